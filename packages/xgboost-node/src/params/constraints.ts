import { InvalidParamError } from '../errors/invalid-param-error.ts';
import type { SpecialParams } from './train-params.ts';

type Names = readonly string[] | undefined;

function indexOf(feature: string, names: Names, param: string, value: unknown): number {
  const index = names?.indexOf(feature) ?? -1;
  if (index >= 0) return index;
  throw new InvalidParamError(
    `${param} names the feature ${JSON.stringify(feature)}, which the training data does not have; correct the name`,
    { param, value },
  );
}

/** The library's form of monotone constraints: `(1,-1,0)`, one per feature. */
export function monotoneText(
  value: NonNullable<SpecialParams['monotone_constraints']>,
  names: Names,
): string {
  const param = 'monotone_constraints';
  if (typeof value === 'string') return value;
  const signs: number[] = [];
  if (Array.isArray(value)) {
    signs.push(...(value as readonly number[]));
  } else {
    signs.push(...(names ?? []).map(() => 0));
    for (const [feature, sign] of Object.entries(value)) {
      signs[indexOf(feature, names, param, value)] = sign;
    }
  }
  if (!signs.every((sign) => sign === -1 || sign === 0 || sign === 1)) {
    throw new InvalidParamError(`${param} may hold only -1, 0 and 1; correct the values`, {
      param,
      value,
    });
  }
  return `(${signs.join(',')})`;
}

/** The library's form of interaction constraints: lists of feature indices as JSON. */
export function interactionText(
  value: NonNullable<SpecialParams['interaction_constraints']>,
  names: Names,
): string {
  const param = 'interaction_constraints';
  if (typeof value === 'string') return value;
  return JSON.stringify(
    value.map((group) =>
      group.map((feature) => {
        if (typeof feature === 'string') return indexOf(feature, names, param, value);
        if (Number.isSafeInteger(feature) && feature >= 0) return feature;
        throw new InvalidParamError(
          `${param} holds the index ${feature}; give a name or an index ≥ 0`,
          { param, value },
        );
      }),
    ),
  );
}
