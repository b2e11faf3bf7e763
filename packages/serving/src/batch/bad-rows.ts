import type { RaggedRowError } from '@xgflow/data';
import { BadFieldError, type Predictions, type Predictor } from '@xgflow/model';
import { csvLine } from './csv-line.ts';
import type { InputRows } from './input-rows.ts';

/** What predicts rows. */
type RowPredictor = Pick<Predictor, 'predictRows'>;

/** A row that the model cannot take. */
export interface BadRow {
  /** Number in the input, from 1. */
  readonly row: number;
  /** Line of the file; undefined for an input without lines. */
  readonly line: number | undefined;
  /** The first column that is wrong; undefined where the row as a whole is. */
  readonly column: string | undefined;
  readonly reason: string;
}

/** Header of the file of bad rows. */
export const badRowsHeader = csvLine(['row', 'line', 'column', 'reason']);

/** A bad row as a line of that file. */
export function badRowLine({ row, line, column, reason }: BadRow): string {
  return csvLine([row, line ?? '', column ?? '', reason]);
}

/** A ragged row as a bad row. */
export function raggedRow({ row, line, message }: RaggedRowError): BadRow {
  return { row, line, column: undefined, reason: message.split(' · ')[0] ?? message };
}

/** Rows as they were predicted, and those that could not be. */
export interface SiftedRows {
  readonly good: InputRows;
  readonly predictions: Predictions;
  readonly bad: readonly BadRow[];
}

/**
 * Predicts the rows that can be predicted; the others are found by halving, so that a few among thousands cost a
 * few more looks. A row's prediction does not depend on its neighbours.
 *
 * @throws {ModelError} that is not about one row, such as a missing column
 */
export function siftRows(predictor: RowPredictor, input: InputRows, source: string): SiftedRows {
  const bad = new Map<number, BadRow>();
  const find = (from: number, to: number): void => {
    if (from >= to) return;
    const rows = input.rows.slice(from, to);
    try {
      predictor.predictRows(input.names, rows);
    } catch (error) {
      if (!(error instanceof BadFieldError)) throw error;
      if (to - from === 1) {
        bad.set(from, badField(error, input, from));
        return;
      }
      const middle = (from + to) >> 1;
      find(from, middle);
      find(middle, to);
    }
  };
  try {
    return { good: input, predictions: predict(predictor, input, source), bad: [] };
  } catch (error) {
    if (!(error instanceof BadFieldError)) throw error;
  }
  find(0, input.rows.length);
  const isGood = (_: unknown, index: number): boolean => !bad.has(index);
  const good = {
    ...input,
    rows: input.rows.filter(isGood),
    numbers: input.numbers.filter(isGood),
    lines: input.lines?.filter(isGood),
  };
  return { good, predictions: predict(predictor, good, source), bad: [...bad.values()] };
}

function badField(error: BadFieldError, { lines, numbers }: InputRows, index: number): BadRow {
  const reason = error.message.split(' · ')[0] ?? error.message;
  return { row: numbers[index] ?? 0, line: lines?.[index], column: error.field, reason };
}

/** Predicts a batch; an error names row and line of the input. @throws {ModelError} */
export function predict(
  predictor: RowPredictor,
  { lines, names, numbers, rows }: InputRows,
  source: string,
): Predictions {
  return predictor.predictRows(names, rows, {
    firstRow: numbers[0] ?? 1,
    place: (row) => {
      const line = lines?.[row];
      return `${source} row ${numbers[row] ?? 0}${line === undefined ? '' : ` (line ${line})`}`;
    },
  });
}
