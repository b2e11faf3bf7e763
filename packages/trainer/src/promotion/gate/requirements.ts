import { directionOf, judge, lossOf, metricNames } from '../../metrics/index.ts';
import type { MetricName } from '../../metrics/index.ts';
import type { PromotionPolicy } from '../policy/policy.ts';
import type { ModelScores } from './paired-gain.ts';

/** A bound of the policy and what the candidate reaches. */
export interface Requirement {
  readonly metric: MetricName;
  /** At least so much where more is better, else at most. */
  readonly bound: number;
  readonly value: number;
  readonly met: boolean;
}

/**
 * The candidate's own values against the bounds of the policy.
 *
 * @throws {UnknownMetricError} for a metric of another task · {UndefinedMetricError}
 */
export function requirements(
  bounds: PromotionPolicy['require'],
  labels: ArrayLike<number>,
  { judgement, scores }: ModelScores,
): Requirement[] {
  const rows = judge(labels, scores, judgement);
  return metricNames.flatMap((metric) => {
    const bound = bounds[metric];
    if (bound === undefined) return [];
    const value = rows.value(metric);
    const direction = directionOf(metric);
    return [{ metric, bound, value, met: lossOf(value, direction) <= lossOf(bound, direction) }];
  });
}
