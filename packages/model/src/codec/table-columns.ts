import { levelIndex, type CategoricalColumn, type Column, type Table } from '@xgflow/data';
import { CodecError } from '../errors/codec-error.ts';
import { MissingFieldError } from '../errors/missing-field-error.ts';
import type { CategoricalFeature, Feature } from './feature.ts';

/**
 * The table's columns of the features, in the features' order.
 *
 * @throws {MissingFieldError} naming all that the table lacks
 * @throws {CodecError} a numeric feature that is categorical in the table, or the other way round
 */
export function columnsFor(features: readonly Feature[], table: Table): Column[] {
  const missing = features.filter(({ name }) => !table.has(name)).map(({ name }) => name);
  if (missing.length > 0) throw new MissingFieldError(missing, 'the table');
  return features.map((feature) => {
    const column = table.column(feature.name);
    if (column.kind === feature.kind) return column;
    throw new CodecError(
      `${column.kind} in the table, ${feature.kind} in the model · column ${JSON.stringify(feature.name)} · read the table by the model's schema`,
    );
  });
}

/** Where each code of the table is found among the feature's levels: −1 for a level it lacks. */
export function codeMap(feature: CategoricalFeature, column: CategoricalColumn): Int32Array {
  if (feature.levels === column.levels)
    return Int32Array.from({ length: column.levels.length }, (_, code) => code);
  const codeOf = levelIndex(feature.levels);
  return Int32Array.from<string | number>([...column.levels], (level) => codeOf(String(level)));
}
