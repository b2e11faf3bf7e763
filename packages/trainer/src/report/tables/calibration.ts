import type { ScoredRows } from '../scored-rows.ts';

/** What the model said of the rows in one interval of its scores, and what was true. */
export type CalibrationBin = Readonly<{
  /** The bin holds scores above this (the first one also 0 itself) … */
  from: number;
  /** … up to and with this. */
  to: number;
  /** Rows in it. */
  rows: number;
  mean_predicted: number;
  /** Share of the rows that are positive. */
  observed: number;
}>;

/**
 * Equally wide bins of [0, 1], the empty ones left out: scikit-learn's `calibration_curve(n_bins)`,
 * with the number of rows in each.
 *
 * @param count of bins, 10 unless said otherwise
 */
export function calibrationBins({ labels, scores }: ScoredRows, count = 10): CalibrationBin[] {
  const width = 1 / count;
  const edges = Float64Array.from({ length: count + 1 }, (_, edge) => edge * width);
  edges[count] = 1;
  const rows = new Float64Array(count);
  const predicted = new Float64Array(count);
  const positive = new Float64Array(count);
  for (const [row, score] of scores.entries()) {
    let bin = 0;
    while (bin < count - 1 && (edges[bin + 1] ?? 1) < score) bin += 1;
    rows[bin] = (rows[bin] ?? 0) + 1;
    predicted[bin] = (predicted[bin] ?? 0) + score;
    positive[bin] = (positive[bin] ?? 0) + (labels[row] ?? 0);
  }
  return Array.from(rows, (inBin, bin) => ({
    from: edges[bin] ?? 0,
    to: edges[bin + 1] ?? 1,
    rows: inBin,
    mean_predicted: (predicted[bin] ?? 0) / inBin,
    observed: (positive[bin] ?? 0) / inBin,
  })).filter((bin) => bin.rows > 0);
}
