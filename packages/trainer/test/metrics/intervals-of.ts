import { bootstrap } from '../../src/metrics/bootstrap.ts';
import type { RandomRows } from '../../src/metrics/bootstrap.ts';
import type { MetricName } from '../../src/metrics/catalog.ts';
import type { Judgement } from '../../src/metrics/judgement.ts';
import { percentileInterval } from '../../src/metrics/percentile.ts';
import type { Interval } from '../../src/metrics/percentile.ts';

interface Options {
  readonly random: RandomRows;
  readonly resamples: number;
  /** Default 0.95. */
  readonly level?: number;
  /** Default: binary, at threshold 0.5. */
  readonly judgement?: Judgement;
}

/** The interval of each metric of one run, as a variant gets it: percentiles of its bootstrap. */
export function intervalsOf<N extends MetricName>(
  names: readonly N[],
  labels: ArrayLike<number>,
  scores: Float32Array | Float64Array,
  { judgement = { task: 'binary' }, level = 0.95, ...options }: Options,
): Record<N, Interval> {
  const [values] = bootstrap({ ...options, names, labels, runs: [{ scores, judgement }] });
  return Object.fromEntries(
    names.map((name) => [name, percentileInterval(values![name], level)]),
  ) as Record<N, Interval>;
}
