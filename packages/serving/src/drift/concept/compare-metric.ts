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
  const error = Math.hypot(standardError(direction, reference), standardError(direction, current));
  return {
    metric,
    direction,
    reference,
    current,
    worse: worseBy(direction, loss, reference.value),
    pValue: error > 0 ? normalCdf(-loss / error, 0, 1) : 1,
  };
}

/**
 * The value as something of which less is better. Toward one it is |ln value|, as sweeps and the gate of promotion judge
 * it: twice and half are equally far from 1, and what is not above 0 is as far as can be.
 */
function lossOf(direction: MetricDrift['direction'], value: number): number {
  switch (direction) {
    case 'maximize':
      return -value;
    case 'minimize':
      return value;
    case 'toward-one':
      return value > 0 ? Math.abs(Math.log(value)) : Number.MAX_VALUE;
  }
}

/** A difference of losses as a share: of the reference's value, or of how far that is from 1. */
function worseBy(direction: MetricDrift['direction'], loss: number, reference: number): number {
  if (direction === 'toward-one') return Math.min(Math.expm1(loss), Number.MAX_VALUE);
  return reference === 0 ? Math.sign(loss) : loss / Math.abs(reference);
}

/** Of the loss, from the interval of the value. */
function standardError(direction: MetricDrift['direction'], { low, high }: MetricEstimate): number {
  if (low === null || high === null) return 0;
  const width =
    direction === 'toward-one' ? (low > 0 ? Math.log(high / low) : Infinity) : high - low;
  return width / (2 * errorsPerHalf);
}
