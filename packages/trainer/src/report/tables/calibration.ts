import { reliabilityBins } from '../../metrics/reliability-bins.ts';
import type { ScoredRows } from '../scored-rows.ts';

/** What the model said of the rows in one interval of its scores, and what was true. */
export type CalibrationBin = Readonly<{
  /** Only where there are both. */
  scores?: 'calibrated' | 'uncalibrated';
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
  return reliabilityBins({ labels, scores, weights: undefined }, count).map(
    ({ from, to, rows, meanPredicted, observed }) => ({
      from,
      to,
      rows,
      mean_predicted: meanPredicted,
      observed,
    }),
  );
}
