import { BinarySample } from './binary-sample.ts';
import type { BinarySampleInput } from './binary-sample.ts';
import type { MetricName } from './catalog.ts';
import { metricCatalog, metricNames } from './catalog.ts';

/**
 * Several metrics of the same rows; what they share is computed once.
 *
 * @param names default: all of the catalog
 * @throws {MetricInputError} if the input cannot be evaluated.
 * @throws {UndefinedMetricError} where a metric has no value, such as AUC of one class.
 */
export function evaluate<N extends MetricName = MetricName>(
  input: BinarySampleInput,
  names: readonly N[] = metricNames as readonly N[],
): Record<N, number> {
  const sample = new BinarySample(input);
  return Object.fromEntries(names.map((name) => [name, metricCatalog[name].of(sample)])) as Record<
    N,
    number
  >;
}
