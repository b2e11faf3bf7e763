import { BinarySample } from './binary-sample.ts';
import type { BinaryMetricName } from './catalog.ts';
import { metricCatalog } from './catalog.ts';

/**
 * Several metrics of the same rows of a binary task; what they share is computed once. `judge` does it for any task.
 *
 * @param labels 1 for the positive class, 0 for the other, one per row
 * @param scores probability of the positive class, one per row
 * @param threshold a row is decided positive when its score is greater; default 0.5, as XGBClassifier decides
 * @throws {MetricInputError} if the input cannot be evaluated.
 * @throws {UndefinedMetricError} where a metric has no value, such as AUC of one class.
 */
export function evaluate<N extends BinaryMetricName>(
  names: readonly N[],
  labels: ArrayLike<number>,
  scores: Float32Array | Float64Array,
  threshold = 0.5,
): Record<N, number> {
  const sample = new BinarySample({ labels, scores, threshold });
  return Object.fromEntries(
    names.map((name) => [name, metricCatalog.binary[name].of(sample)]),
  ) as Record<N, number>;
}
