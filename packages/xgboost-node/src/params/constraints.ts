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
  const signs = typeof value === 'object' ? signsOf(value, names) : [NaN];
  if (!signs.every((sign) => sign === -1 || sign === 0 || sign === 1)) {
    throw new InvalidParamError(
      `${param} must be a list, or a record by feature, of -1, 0 and 1; correct the value`,
      { param, value },
    );
  }
  return `(${signs.join(',')})`;
}

function signsOf(value: object, names: Names): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const signs: unknown[] = (names ?? []).map(() => 0);
  for (const [feature, sign] of Object.entries(value)) {
    signs[indexOf(feature, names, 'monotone_constraints', value)] = sign;
  }
  return signs;
}

/** The library's form of interaction constraints: lists of feature indices as JSON. */
export function interactionText(
  value: NonNullable<SpecialParams['interaction_constraints']>,
  names: Names,
): string {
  const param = 'interaction_constraints';
  if (typeof value === 'string') return value;
  const groups: unknown = value;
  if (!Array.isArray(groups) || !groups.every(Array.isArray)) {
    throw new InvalidParamError(`${param} must be a list of lists of features; correct the value`, {
      param,
      value,
    });
  }
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
