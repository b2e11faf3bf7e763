import type { Metric } from '../metric.ts';
import { rowMean } from '../row-mean.ts';
import type { RegressionSample } from './regression-sample.ts';

/**
 * Pinball loss: what lies above the prediction costs alpha a unit, what lies below it 1 − alpha; smallest where the
 * predictions are the alpha quantile. scikit-learn's `mean_pinball_loss(alpha)`; at 0.5 it is half the MAE.
 */
export const pinball: Metric<RegressionSample> = {
  direction: 'minimize',
  needs: 'scores',
  of: (sample) =>
    rowMean(sample, (actual, predicted) => pinballLoss(actual, predicted, sample.quantileAlpha)),
};

/** What one row costs. @param alpha share of the targets that a prediction is meant to exceed */
export function pinballLoss(actual: number, predicted: number, alpha: number): number {
  const above = actual - predicted;
  return above >= 0 ? alpha * above : (alpha - 1) * above;
}
