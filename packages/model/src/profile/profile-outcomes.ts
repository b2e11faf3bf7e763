import { cellOf } from './cell-of.ts';
import type { ColumnProfile, OutcomeBins } from './reference-profile.ts';

/**
 * Sums of predictions and labels by bins of the prediction: what calibration is read from.
 *
 * @param profile of the predictions; its bins are taken
 * @param labels one a prediction: 0 or 1, or the value of a regression; NaN where it is unknown
 */
export function profileOutcomes(
  profile: ColumnProfile,
  predictions: ArrayLike<number>,
  labels: ArrayLike<number>,
): OutcomeBins {
  const edges = profile.kind === 'numeric' ? binEdges(profile) : [];
  const zeros = (): number[] => Array.from({ length: edges.length + 1 }, () => 0);
  const bins = { counts: zeros(), predicted: zeros(), actual: zeros(), actualSquared: zeros() };
  let rows = 0;
  for (let row = 0; row < predictions.length; row++) {
    const label = labels[row] ?? Number.NaN;
    if (Number.isNaN(label)) continue;
    addOutcome({ ...bins, edges }, predictions[row] ?? 0, label);
    rows++;
  }
  return { rows, edges, ...bins };
}

/** Counts one row. */
export function addOutcome(
  bins: Omit<OutcomeBins, 'rows'>,
  prediction: number,
  label: number,
): void {
  const bin = cellOf(bins.edges, prediction);
  const add = (sums: number[], value: number): void => {
    sums[bin] = (sums[bin] ?? 0) + value;
  };
  add(bins.counts, 1);
  add(bins.predicted, prediction);
  add(bins.actual, label);
  add(bins.actualSquared, label * label);
}

function binEdges({
  edges,
  bins,
}: {
  edges: readonly number[];
  bins: readonly number[];
}): number[] {
  return bins.slice(1).map((first) => edges[first - 1] ?? 0);
}
