import type { Predictions, Predictor } from '@xgflow/model';

/** What is logged of a row besides who asked and who answered. */
export interface RowFacts {
  readonly input: Readonly<Record<string, string | number | boolean | null>>;
  readonly score: number | readonly number[];
  readonly label: number | null;
  readonly unseen: number;
}

/** Reads a cell of a row as it was given. */
export type CellOf = (row: number, name: string) => unknown;

/** The facts of every row: what the model takes, as it was given, and what it said. */
export function rowFacts(
  { codec, info: { exposure } }: Predictor,
  cellOf: CellOf,
  { labels, outputs, probabilities, unseen }: Predictions,
): RowFacts[] {
  const names = exposure === undefined ? codec.featureNames : [...codec.featureNames, exposure];
  const rows = probabilities.length / outputs;
  return Array.from({ length: rows }, (_, row) => ({
    input: Object.fromEntries(names.map((name) => [name, plain(cellOf(row, name))])),
    score:
      outputs === 1
        ? (probabilities[row] ?? NaN)
        : Array.from(probabilities.subarray(row * outputs, (row + 1) * outputs)),
    label: labels[row] ?? null,
    unseen: unseen[row] ?? 0,
  }));
}

/** What a model takes as a cell is one of these; NaN is missing, which JSON writes as null. */
function plain(cell: unknown): string | number | boolean | null {
  if (typeof cell === 'string' || typeof cell === 'boolean') return cell;
  return typeof cell === 'number' && !Number.isNaN(cell) ? cell : null;
}
