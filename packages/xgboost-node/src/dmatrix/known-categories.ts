import type { CategoryLevels } from '../feature-type.ts';
import { isCategoryColumn } from './columns.ts';
import type { Column } from './columns.ts';

/**
 * What is known of each column's categories: its levels; or, for a column of bare codes, the largest
 * code; undefined for a numeric column. Empty when nothing was said about types.
 */
export type KnownCategories = readonly (CategoryLevels | number | undefined)[];

const categories = new WeakMap<object, KnownCategories>();

/** The levels of a categorical column, undefined for a numeric one. */
export function categoriesOf(column: Column): CategoryLevels | undefined {
  return isCategoryColumn(column) ? column.levels.slice() : undefined;
}

/** Remembers them beside the matrix: the library does not check them at predict time, so we do. */
export function rememberCategories(matrix: object, known: KnownCategories): void {
  categories.set(matrix, known);
}

export function knownCategories(matrix: object): KnownCategories {
  return categories.get(matrix) ?? [];
}
