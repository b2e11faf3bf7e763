import type { BinaryRows } from './binary-rows.ts';

/** What was predicted of the rows in one interval of the scores, and what was true. */
export interface ReliabilityBin {
  /** The bin holds scores above this (the first one also 0 itself) … */
  readonly from: number;
  /** … up to and with this. */
  readonly to: number;
  /** Rows in it. */
  readonly rows: number;
  readonly meanPredicted: number;
  /** Share of the rows that are positive. */
  readonly observed: number;
}

/**
 * Equally wide bins of [0, 1], the empty ones left out: scikit-learn's `calibration_curve(n_bins)`, with the number of
 * rows in each.
 *
 * @param count of bins, 10 unless said otherwise
 */
export function reliabilityBins(
  { labels, scores, weights }: Pick<BinaryRows, 'labels' | 'scores' | 'weights'>,
  count = 10,
): ReliabilityBin[] {
  const width = 1 / count;
  const edges = Float64Array.from({ length: count + 1 }, (_, edge) => edge * width);
  edges[count] = 1;
  const rows = new Float64Array(count);
  const predicted = new Float64Array(count);
  const positive = new Float64Array(count);
  for (let row = 0; row < scores.length; row += 1) {
    const weight = weights ? (weights[row] ?? 0) : 1;
    const score = scores[row] ?? 0;
    let bin = 0;
    while (bin < count - 1 && (edges[bin + 1] ?? 1) < score) bin += 1;
    rows[bin] = (rows[bin] ?? 0) + weight;
    predicted[bin] = (predicted[bin] ?? 0) + weight * score;
    positive[bin] = (positive[bin] ?? 0) + weight * (labels[row] ?? 0);
  }
  return Array.from(rows, (inBin, bin) => ({
    from: edges[bin] ?? 0,
    to: edges[bin + 1] ?? 1,
    rows: inBin,
    meanPredicted: (predicted[bin] ?? 0) / inBin,
    observed: (positive[bin] ?? 0) / inBin,
  })).filter((bin) => bin.rows > 0);
}
