import { directionOf, isMetricName, metricNames, UnknownMetricError } from '../metrics/index.ts';
import type { MetricDirection, MetricName } from '../metrics/index.ts';

const parts = ['train', 'cv', 'test'] as const;

/** A metric as runs carry it: on which part, in which direction it is better. */
export interface MetricKey {
  /** Such as `test_f1`. */
  readonly key: string;
  readonly part: (typeof parts)[number];
  readonly metric: MetricName;
  readonly direction: MetricDirection;
}

/**
 * `f1` → `test_f1`, because the test part is what people mean by a bare name; `cv_f1` and `train_f1`
 * are taken as they are.
 *
 * @throws UnknownMetricError with the known names
 */
export function metricKey(name: string): MetricKey {
  const part = parts.find(
    (candidate) =>
      name.startsWith(`${candidate}_`) && isMetricName(name.slice(candidate.length + 1)),
  );
  const metric = part ? name.slice(part.length + 1) : name;
  if (!isMetricName(metric)) throw new UnknownMetricError(name, metricNames);
  const on = part ?? 'test';
  return { key: `${on}_${metric}`, part: on, metric, direction: directionOf(metric) };
}
