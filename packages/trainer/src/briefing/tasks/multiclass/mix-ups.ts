import type { ClassCell } from '../../findings.ts';

/** Cases of one class that are taken for another. */
export interface MixUp extends ClassCell {
  /** Of all cases that are of the actual class. */
  readonly share: number;
}

/** The confusions with the most cases first; those without a case are left out. */
export function mixUps(cells: readonly ClassCell[]): MixUp[] {
  const totals = Map.groupBy(cells, ({ actual }) => actual);
  return cells
    .filter(({ actual, predicted, rows }) => actual !== predicted && rows > 0)
    .map((cell) => {
      const all = totals.get(cell.actual) ?? [];
      return { ...cell, share: cell.rows / all.reduce((sum, { rows }) => sum + rows, 0) };
    })
    .toSorted((a, b) => b.rows - a.rows || b.share - a.share);
}
