import { createHash } from 'node:crypto';
import { LIMITS } from '@xgflow/mlflow-client';

/** What MLflow refuses in a metric's key, and `/` and `:`, which it takes. */
const refused = /[^\p{L}\p{N}_.\- ]/gu;

/** Hexadecimal digits of a name's SHA-256. */
const digits = 8;

/**
 * The metric key of each column's PSI: `psi.` and its name, with `_` for what MLflow refuses. A key that is
 * too long for MLflow, or that another column has too, ends with digits of the name's SHA-256 instead.
 */
export function columnKeys(names: readonly string[]): ReadonlyMap<string, string> {
  const keyOf = (name: string): string => `psi.${name.replaceAll(refused, '_')}`;
  const named = new Map<string, number>();
  for (const key of names.map(keyOf)) named.set(key, (named.get(key) ?? 0) + 1);
  return new Map(
    names.map((name) => {
      const key = keyOf(name);
      const alone = named.get(key) === 1 || key === `psi.${name}`;
      // MLflow counts code points.
      const letters = Array.from(key);
      if (alone && letters.length <= LIMITS.keyLength) return [name, key];
      const digest = createHash('sha256').update(name).digest('hex').slice(0, digits);
      return [name, `${letters.slice(0, LIMITS.keyLength - digits - 1).join('')}.${digest}`];
    }),
  );
}
