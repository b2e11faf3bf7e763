import { Readable } from 'node:stream';
import { readCsv } from '@xgflow/data';
import type { Table } from '@xgflow/data';
import type { TrialRecord } from '../sweep/result.ts';

/** A trial as `trials.csv` holds it; its params follow from the sweep file and its index. */
export type RecordedTrial = Omit<TrialRecord, 'params'>;

/** Reads the text of a run's `trials.csv`. @throws DataError when it is no such table */
export async function recordedTrials(text: string): Promise<RecordedTrial[]> {
  const table = await readCsv(Readable.from([Buffer.from(text)]), {
    sourceName: 'trials.csv',
    categorical: ['error'],
    text: 'categorical',
  });
  const scores = numbered(table, 'score');
  const rounds = numbered(table, 'rounds');
  const index = numbers(table, 'trial');
  const seconds = numbers(table, 'seconds');
  const errors = texts(table, 'error');
  return Array.from({ length: table.rowCount }, (_, row) => {
    const error = errors[row];
    return {
      index: index[row] ?? NaN,
      foldScores: present(scores, row),
      foldRounds: present(rounds, row),
      seconds: seconds[row] ?? NaN,
      ...(error === undefined ? {} : { error }),
    };
  });
}

/** `score_0`, `score_1` … for as long as they go on. */
function numbered(table: Table, prefix: string): ArrayLike<number>[] {
  const columns: ArrayLike<number>[] = [];
  while (table.has(`${prefix}_${columns.length}`)) {
    columns.push(numbers(table, `${prefix}_${columns.length}`));
  }
  return columns;
}

function numbers(table: Table, name: string): ArrayLike<number> {
  const column = table.column(name);
  return column.kind === 'numeric' ? column.values : [];
}

function texts(table: Table, name: string): (string | undefined)[] {
  const column = table.column(name);
  if (column.kind === 'numeric') return [];
  return Array.from(column.codes, (code) =>
    code < 0 ? undefined : String(column.levels[code] ?? ''),
  );
}

/** The cells of a row that hold a number: a failed trial has none. */
function present(columns: readonly ArrayLike<number>[], row: number): number[] {
  return columns.map((values) => values[row] ?? NaN).filter((value) => !Number.isNaN(value));
}
