import type { Metric } from './metric.ts';
import { checkProbability } from './probability.ts';
import { reliabilityBins } from './reliability-bins.ts';

/**
 * Expected calibration error: how far the mean predicted probability is from the share of positive rows, over ten
 * equally wide bins of [0, 1], each bin weighted by its rows; in [0, 1]. Bins are closed on the right, as in
 * scikit-learn's `calibration_curve`. With few rows it is above 0 even for perfect probabilities.
 *
 * Source: Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning" (2015).
 */
export const ece: Metric = {
  direction: 'minimize',
  needs: 'scores',
  of: (sample) => {
    sample.scores.forEach(checkProbability);
    const bins = reliabilityBins(sample);
    const rows = bins.reduce((sum, bin) => sum + bin.rows, 0);
    return bins.reduce(
      (sum, bin) => sum + (bin.rows / rows) * Math.abs(bin.meanPredicted - bin.observed),
      0,
    );
  },
};
