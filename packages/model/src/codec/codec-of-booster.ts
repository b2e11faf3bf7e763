import type { Booster, CategoryLevels } from '@xgflow/xgboost-node';
import { Codec } from './codec.ts';
import type { Feature } from './feature.ts';
import { UnsupportedModelError } from '../errors/unsupported-model-error.ts';

/**
 * The codec that a model file itself describes: names, types, levels. For models written elsewhere;
 * features without names are called `f0`, `f1` …
 *
 * @throws {UnsupportedModelError} a categorical feature whose levels the file does not hold, or
 *   holds damaged: Python's package before 3.4 cuts all levels of a column with a non-ASCII one
 */
export function codecOfBooster(booster: Booster): Codec {
  const names = booster.featureNames ?? [];
  const types = booster.featureTypes ?? [];
  const levels = booster.categories();
  const features = Array.from({ length: booster.featureCount }, (_, index): Feature => {
    const name = names[index] ?? `f${index}`;
    const known = levels[index];
    if (known !== undefined && known.length > 0) {
      refuseDamaged(name, known);
      return { kind: 'categorical', name, levels: known };
    }
    if (types[index] === 'c') {
      throw new UnsupportedModelError(
        `a categorical feature without stored levels · column ${JSON.stringify(name)} · train with XGBoost 3.1 or newer on named levels`,
      );
    }
    return { kind: 'numeric', name, type: types[index] === 'int' ? 'int' : 'float' };
  });
  return new Codec(features);
}

/**
 * The damage cannot be undone, since bytes are lost; the cut text always keeps a byte that is not
 * ASCII. A sound file cannot be told from a damaged one, and a wrong guess would score silently wrong.
 */
function refuseDamaged(name: string, levels: CategoryLevels): void {
  const found = [...levels].find(
    (level) => typeof level === 'string' && Buffer.byteLength(level) !== level.length,
  );
  if (found === undefined) return;
  throw new UnsupportedModelError(
    `level names that Python's XGBoost before 3.4 stores damaged · column ${JSON.stringify(name)}, level ${JSON.stringify(found)} · train the model with xgflow, or rename the levels to ASCII and train again`,
  );
}
