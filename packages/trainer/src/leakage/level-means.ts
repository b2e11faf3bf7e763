import type { Column } from '@xgflow/data';

/** So many bins of a column of numbers: fine enough to see a copy of the target, coarse enough to be filled. */
const bins = 50;

/** A column as levels: its own, or bins of equally many rows. */
export interface Levels {
  /** -1 where the cell is missing. */
  readonly codes: Int32Array;
  readonly count: number;
}

/** Levels of a column; numbers are cut into at most 50 bins, equal numbers into the same one. */
export function levelsOf(column: Column): Levels {
  if (column.kind === 'categorical') return { codes: column.codes, count: column.levels.length };
  const sorted = column.values.filter((value) => !Number.isNaN(value)).sort();
  const edges = new Set<number>();
  for (let bin = 1; bin < bins; bin += 1) {
    const edge = sorted[Math.floor((bin * sorted.length) / bins)];
    if (edge !== undefined) edges.add(edge);
  }
  const from = [...edges];
  const codes = Int32Array.from(column.values, (value) =>
    Number.isNaN(value) ? -1 : from.filter((edge) => edge <= value).length,
  );
  return { codes, count: from.length + 1 };
}

/**
 * Each row's level by the mean target among the rows of the other half (even and odd rows), so that a level seen once
 * does not know its own target.
 */
export function levelMeans({ codes, count }: Levels, labels: Float64Array): Float64Array {
  const size = count + 1;
  const rows = new Float64Array(2 * size);
  const sums = new Float64Array(2 * size);
  const place = (row: number, half: number): number => half * size + (codes[row] ?? -1) + 1;
  labels.forEach((label, row) => {
    const at = place(row, row % 2);
    rows[at] = (rows[at] ?? 0) + 1;
    sums[at] = (sums[at] ?? 0) + label;
  });
  const base = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  return labels.map((_, row) => {
    const at = place(row, 1 - (row % 2));
    return ((sums[at] ?? 0) + base) / ((rows[at] ?? 0) + 1);
  });
}
