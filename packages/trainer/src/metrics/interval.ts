import { bootstrap } from './bootstrap.ts';
import type { RandomRows } from './bootstrap.ts';
import type { MetricName } from './catalog.ts';
import type { Judgement } from './judgement.ts';
import type { Interval } from './percentile.ts';
import { percentileInterval } from './percentile.ts';

export interface TestIntervalOptions {
  /** The generator of the resamples, freshly seeded: equal seeds give equal resamples, so runs can be paired. */
  readonly random: RandomRows;
  /** Confidence. Default 0.95. */
  readonly level?: number;
  /** Default 1,000. */
  readonly resamples?: number;
  /** Default: binary, at threshold 0.5. */
  readonly judgement?: Judgement;
}

/**
 * How far each metric of the test rows could be off, had other rows been drawn: its percentile bootstrap interval.
 * Both bounds are NaN where no resample had a value. About 0.2 s for ten metrics of 2,000 rows.
 *
 * @throws {MetricInputError} if the input cannot be evaluated.
 */
export function testInterval<N extends MetricName>(
  names: readonly N[],
  labels: ArrayLike<number>,
  scores: Float32Array | Float64Array,
  { judgement = { task: 'binary' }, level = 0.95, ...options }: TestIntervalOptions,
): Record<N, Interval> {
  const [values] = bootstrap({ ...options, names, labels, runs: [{ scores, judgement }] });
  const intervals = names.map((name) => [
    name,
    percentileInterval(values?.[name] ?? new Float64Array(), level),
  ]);
  return Object.fromEntries(intervals) as Record<N, Interval>;
}
