import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import type { MetricDrift, MetricEstimate } from '../drift-report.ts';
import type { LabelledRows } from './row-sample.ts';

/** A metric of some rows with its interval, and which way is better. */
export interface EvaluatedMetric extends MetricEstimate {
  readonly metric: string;
  readonly direction: MetricDrift['direction'];
}

/** Computes the metric that is watched, with its 95 % interval; of many rows in turns with the event loop. */
export type EvaluateMetric = (rows: LabelledRows) => EvaluatedMetric | Promise<EvaluatedMetric>;

/** Half a 95 % interval is so many standard errors. */
const errorsPerHalf = 1.959964;

export type MetricComparison = Omit<MetricDrift, 'severity' | 'adjustedPValue'> & {
  /** Of being so much worse by chance. */
  readonly pValue: number;
};

/** A metric of the current rows beside the reference's: how much worse, and how likely that is by chance. */
export function compareMetric(
  reference: MetricEstimate,
  { metric, direction, ...current }: EvaluatedMetric,
): MetricComparison {
  const loss = lossOf(direction, current.value) - lossOf(direction, reference.value);
  const error = Math.hypot(standardError(reference), standardError(current));
  return {
    metric,
    direction,
    reference,
    current,
    worse: reference.value === 0 ? Math.sign(loss) : loss / Math.abs(reference.value),
    pValue: error > 0 ? normalCdf(-loss / error, 0, 1) : 1,
  };
}

/** The value where lower is better. */
function lossOf(direction: MetricDrift['direction'], value: number): number {
  switch (direction) {
    case 'maximize':
      return -value;
    case 'minimize':
      return value;
    case 'toward-one':
      return Math.abs(value - 1);
  }
}

function standardError({ low, high }: MetricEstimate): number {
  return low === null || high === null ? 0 : (high - low) / (2 * errorsPerHalf);
}
