import type { Column } from '@xgflow/data';

/** What a column holds, as far as a first sweep file needs to know. */
export interface ColumnProfile {
  readonly name: string;
  readonly kind: 'text' | 'integer' | 'number';
  readonly rows: number;
  /** Cells with a value. */
  readonly present: number;
  /** Different values among them. */
  readonly distinct: number;
  /** The first few of the different values, in order. */
  readonly examples: readonly (string | number)[];
}

const shownExamples = 5;

/** Counts the cells of a column and its different values. */
export function profileColumn(column: Column): ColumnProfile {
  if (column.kind === 'categorical') {
    const rows = column.codes.length;
    return {
      name: column.name,
      kind: typeof column.levels[0] === 'number' ? 'integer' : 'text',
      rows,
      present: rows - column.missing,
      distinct: column.levels.length,
      examples: column.levels.slice(0, shownExamples),
    };
  }
  const sorted = column.values.filter((value) => !Number.isNaN(value)).sort();
  const examples: number[] = [];
  let distinct = 0;
  for (let index = 0; index < sorted.length; index += 1) {
    const value = sorted[index] ?? NaN;
    if (index > 0 && value === sorted[index - 1]) continue;
    distinct += 1;
    if (examples.length < shownExamples) examples.push(value);
  }
  return {
    name: column.name,
    kind: wholeNumbers(column.integer, sorted, distinct) ? 'integer' : 'number',
    rows: column.values.length,
    present: sorted.length,
    distinct,
    examples,
  };
}

/** pandas writes integers with gaps as 1.0: few whole values are integers, however they are written. */
function wholeNumbers(written: boolean, values: Float64Array, distinct: number): boolean {
  return written || (distinct <= 100 && values.every(Number.isSafeInteger));
}
