import { MetricInputError } from '../metric-input-error.ts';

export interface RegressionSampleInput {
  /** True values, one per row. */
  readonly labels: ArrayLike<number>;
  /** Predicted values, one per row. */
  readonly scores: Float32Array | Float64Array;
  /** For `pinball`. Default 0.5. */
  readonly quantileAlpha?: number | undefined;
  /** For `deviance`: power of the variance of the objective's family. Default: none. */
  readonly deviancePower?: number | undefined;
}

/**
 * What all metrics of regression are computed from: true and predicted values.
 *
 * @throws {MetricInputError} for no rows, unequal lengths, or values that are not finite.
 */
export class RegressionSample {
  readonly labels: ArrayLike<number>;
  readonly scores: Float32Array | Float64Array;
  readonly quantileAlpha: number;
  readonly deviancePower: number | undefined;
  /** How often each row counts; undefined means once. */
  readonly weights: Int32Array | undefined;

  constructor(input: RegressionSampleInput, weights?: Int32Array) {
    this.labels = input.labels;
    this.scores = input.scores;
    this.quantileAlpha = input.quantileAlpha ?? 0.5;
    this.deviancePower = input.deviancePower;
    this.weights = weights;
    if (!weights) check(input.labels, input.scores);
  }

  /** The same rows, row i counted `weights[i]` times. */
  resampled(weights: Int32Array): RegressionSample {
    return new RegressionSample(this, weights);
  }
}

function check(labels: ArrayLike<number>, scores: ArrayLike<number>): void {
  if (labels.length !== scores.length || labels.length === 0) {
    throw new MetricInputError(
      `${labels.length} values and ${scores.length} predictions · metrics · give at least one row, with a value and a prediction each`,
    );
  }
  for (let row = 0; row < labels.length; row++) {
    const bad = [labels[row], scores[row]].find((value) => !Number.isFinite(value));
    if (bad !== undefined) {
      throw new MetricInputError(
        `${String(bad)} is not finite · row ${row} · check the target and the predictions`,
      );
    }
  }
}
