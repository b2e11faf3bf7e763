import type { Metric } from '../metric.ts';
import { rowMean } from '../row-mean.ts';
import { UndefinedMetricError } from '../undefined-metric-error.ts';
import type { RegressionSample } from './regression-sample.ts';

/**
 * Mean deviance of the objective's family: scikit-learn's `mean_gamma_deviance`, `mean_poisson_deviance`,
 * `mean_tweedie_deviance(power)`; of squared error (power 0) the mean squared error.
 *
 * Source: Jørgensen, "The Theory of Dispersion Models" (1997), chapter 4.
 *
 * @throws {UndefinedMetricError} for an objective without a family, and where a value or a prediction is outside of it.
 */
export const deviance: Metric<RegressionSample> = {
  direction: 'minimize',
  needs: 'scores',
  of: (sample) => {
    const power = sample.deviancePower;
    if (power === undefined) {
      throw new UndefinedMetricError(
        'deviance',
        'the objective is of no family of distributions',
        'use reg:squarederror, reg:gamma, count:poisson or reg:tweedie',
      );
    }
    return rowMean(sample, (actual, predicted) => {
      checkRange(actual, predicted, power);
      return unitDeviance(actual, predicted, power);
    });
  },
};

/** Twice the log likelihood that a prediction loses against a perfect one. */
export function unitDeviance(actual: number, predicted: number, power: number): number {
  if (power === 0) return (actual - predicted) ** 2;
  if (power === 1) {
    const surprise = actual === 0 ? 0 : actual * Math.log(actual / predicted);
    return 2 * (surprise - actual + predicted);
  }
  if (power === 2) return 2 * (Math.log(predicted / actual) + actual / predicted - 1);
  return (
    2 *
    (actual ** (2 - power) / ((1 - power) * (2 - power)) -
      (actual * predicted ** (1 - power)) / (1 - power) +
      predicted ** (2 - power) / (2 - power))
  );
}

function checkRange(actual: number, predicted: number, power: number): void {
  if (power === 0) return;
  const fits = predicted > 0 && (power < 2 ? actual >= 0 : actual > 0);
  if (fits) return;
  throw new UndefinedMetricError(
    'deviance',
    `of power ${power} at target ${actual} and prediction ${predicted}`,
    `targets must ${power < 2 ? 'not be below 0' : 'be above 0'} and predictions above 0`,
  );
}
