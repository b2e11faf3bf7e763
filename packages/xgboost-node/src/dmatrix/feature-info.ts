import { call, keepAlive, toCStrings } from '../capi/index.ts';
import type { Pointer } from '../capi/index.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import type { FeatureType } from '../feature-type.ts';

/**
 * Checks feature names by the rules of Python's package: one per column, unique, without `[`, `]`
 * and `<`, which the dump format uses itself.
 *
 * @throws InvalidArgumentError naming the first name that breaks a rule.
 */
export function checkFeatureNames(names: readonly string[], cols: number): void {
  const argument = 'featureNames';
  if (names.length !== cols) {
    throw new InvalidArgumentError(
      `featureNames has ${names.length} names for ${cols} columns; give one per column`,
      argument,
    );
  }
  const seen = new Set<string>();
  for (const name of names) {
    if (name === '' || /[[\]<\0]/.test(name)) {
      throw new InvalidArgumentError(
        `feature name ${JSON.stringify(name)} is empty or holds [, ], < or NUL; rename the column`,
        argument,
      );
    }
    if (seen.has(name)) {
      throw new InvalidArgumentError(
        `feature name ${JSON.stringify(name)} occurs twice; rename one of the columns`,
        argument,
      );
    }
    seen.add(name);
  }
}

const featureTypes: ReadonlySet<string> = new Set<FeatureType>(['q', 'int', 'float', 'i', 'c']);

/** @throws InvalidArgumentError for a wrong length or an unknown type. */
export function checkFeatureTypes(types: readonly string[], cols: number): void {
  const wrong = types.find((type) => !featureTypes.has(type));
  if (types.length === cols && wrong === undefined) return;
  throw new InvalidArgumentError(
    wrong === undefined
      ? `featureTypes has ${types.length} types for ${cols} columns; give one per column`
      : `unknown feature type ${JSON.stringify(wrong)}; use q, int, float, i or c`,
    'featureTypes',
  );
}

/** Stores names or types in a native matrix or booster. */
export function setFeatureInfo(
  name: 'XGDMatrixSetStrFeatureInfo' | 'XGBoosterSetStrFeatureInfo',
  pointer: Pointer,
  field: 'feature_name' | 'feature_type',
  values: readonly string[],
): void {
  const strings = toCStrings(values, field);
  keepAlive([strings.bytes, strings.pointers], () => {
    call(name, pointer, field, strings.pointers, values.length);
  });
}
