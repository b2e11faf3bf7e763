import type { PredictedValues } from '../predicted-values.ts';
import { valueBins } from './value-bins.ts';

/** How many rows were predicted about so and came about so. Counts, no rows: no target of one row leaves the machine. */
export type PredictedCell = Readonly<{
  predicted_from: number;
  predicted_to: number;
  actual_from: number;
  actual_to: number;
  rows: number;
}>;

const cellsAcross = 32;

/** Both axes have the same cells, so that the diagonal is where predictions are right; empty cells are left out. */
export function predictedCells({ labels, scores }: PredictedValues): {
  readonly log: boolean;
  readonly edges: readonly number[];
  readonly cells: readonly PredictedCell[];
} {
  const all = Float64Array.from([...Array.from(labels), ...scores]);
  const { binOf, edges, log } = valueBins(all, cellsAcross);
  const counts = new Map<number, number>();
  for (const [row, score] of scores.entries()) {
    const cell = binOf(score) * cellsAcross + binOf(labels[row] ?? 0);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const edge = (place: number): number => edges[place] ?? 0;
  const cells = [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([cell, rows]) => {
      const [predicted, actual] = [Math.floor(cell / cellsAcross), cell % cellsAcross];
      return {
        predicted_from: edge(predicted),
        predicted_to: edge(predicted + 1),
        actual_from: edge(actual),
        actual_to: edge(actual + 1),
        rows,
      };
    });
  return { log, edges, cells };
}
