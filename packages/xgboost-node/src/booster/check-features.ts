import { FeatureMismatchError } from '../errors/feature-mismatch-error.ts';
import type { FeatureType } from '../feature-type.ts';
import type { ModelSchema } from './model-schema.ts';

/** What data says about its columns. */
export interface DataSchema {
  readonly count: number;
  readonly names: readonly string[] | undefined;
  readonly types: readonly FeatureType[] | undefined;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => JSON.stringify(name));
  if (names.length > shown.length) shown.push(`and ${names.length - shown.length} more`);
  return shown.join(', ');
}

function difference(model: readonly string[], data: readonly string[]): string {
  const missing = model.filter((name) => !data.includes(name));
  const unexpected = data.filter((name) => !model.includes(name));
  const parts = [
    missing.length > 0 ? `missing ${list(missing)}` : '',
    unexpected.length > 0 ? `unexpected ${list(unexpected)}` : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) return parts.join('; ');
  const place = model.findIndex((name, index) => name !== data[index]);
  return `same names in another order, first at column ${place} (${list([model[place] ?? ''])} expected, ${list([data[place] ?? ''])} found)`;
}

/**
 * The library accepts fewer columns than the model has without a word, so the number is always checked.
 *
 * @throws FeatureMismatchError
 */
export function checkFeatureCount(model: ModelSchema, count: number): void {
  if (model.count === count) return;
  throw new FeatureMismatchError(
    `the data has ${count} columns, the model was trained on ${model.count}; give the same columns in the same order`,
    { expectedCount: model.count, actualCount: count },
  );
}

function checkNames(model: ModelSchema, data: DataSchema): void {
  if (model.names === undefined) return;
  const expected = model.names;
  const actual = data.names;
  const counts = { expectedCount: model.count, actualCount: data.count };
  if (actual === undefined) {
    throw new FeatureMismatchError(
      `the data has no feature names, the model expects ${list(expected)}; name the columns or switch validateFeatures off`,
      { ...counts, missing: expected },
    );
  }
  const equal =
    expected.length === actual.length && expected.every((name, index) => name === actual[index]);
  if (equal) return;
  throw new FeatureMismatchError(
    `the data's columns are not the model's: ${difference(expected, actual)}; give the model's columns in its order`,
    {
      ...counts,
      missing: expected.filter((name) => !actual.includes(name)),
      unexpected: actual.filter((name) => !expected.includes(name)),
    },
  );
}

/** A model reads a categorical column's codes as categories whatever the data calls them, and the other way round. */
function checkTypes(model: ModelSchema, data: DataSchema): void {
  if (model.types === undefined) return;
  const column = model.types.findIndex(
    (type, index) => (type === 'c') !== (data.types?.[index] === 'c'),
  );
  if (column < 0) return;
  const name = model.names?.[column] ?? `f${column}`;
  const expected = model.types[column] === 'c' ? 'categorical' : 'numeric';
  throw new FeatureMismatchError(
    `column ${list([name])} is ${expected} in the model but not in the data; give it the model's type`,
    { expectedCount: model.count, actualCount: data.count, unexpected: [name] },
  );
}

/**
 * Compares the columns of data with a model's: names and order where both are known, which columns
 * are categorical, and always the number.
 *
 * @throws FeatureMismatchError listing the difference.
 */
export function checkFeatures(model: ModelSchema, data: DataSchema, validate: boolean): void {
  if (validate) checkNames(model, data);
  checkFeatureCount(model, data.count);
  if (validate) checkTypes(model, data);
}
