import { ResampleError } from './resample-error.ts';

/** A column of numbers; NaN is missing. */
export interface NumberColumn {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** A column of categories as codes; −1 is missing. */
export interface CodeColumn {
  readonly name: string;
  readonly codes: ArrayLike<number>;
}

export type FeatureColumn = NumberColumn | CodeColumn;

export function isCodeColumn(column: FeatureColumn): column is CodeColumn {
  return 'codes' in column;
}

/**
 * Whether SMOTE can work with the columns: numbers in all rows, categories only for SMOTE-NC. XGBoost takes missing
 * numbers, but between a number and nothing there is no line on which a new row could lie.
 *
 * @throws {ResampleError}
 */
export function checkFeatures(
  columns: readonly FeatureColumn[],
  method: 'smote' | 'smote_nc',
): void {
  const [codes, numbers] = [columns.filter(isCodeColumn), columns.filter(isNumberColumn)];
  const [category] = codes;
  if (method === 'smote' && category) {
    throw refused(
      method,
      `smote takes numbers only, and column ${category.name} holds categories`,
      'use smote_nc',
    );
  }
  if (method === 'smote_nc' && !category) {
    throw refused(method, 'smote_nc needs a column of categories, and there is none', 'use smote');
  }
  if (numbers.length === 0) {
    throw refused(
      method,
      `${method} needs a column of numbers, and there is none`,
      'use random_over',
    );
  }
  for (const { name, values } of numbers) {
    const row = Array.prototype.findIndex.call(values, Number.isNaN);
    if (row < 0) continue;
    throw refused(
      method,
      `column ${name} has missing cells, the first in data row ${row + 1}, and ${method} needs a number in each`,
      'fill them in, drop the column, or use random_over',
    );
  }
}

export function isNumberColumn(column: FeatureColumn): column is NumberColumn {
  return !isCodeColumn(column);
}

function refused(method: string, what: string, fix: string): ResampleError {
  return new ResampleError('method', method, `${what} · resample.method · ${fix}`);
}
