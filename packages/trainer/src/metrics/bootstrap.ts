import type { MetricName } from './catalog.ts';
import { judge, valueOrNaN } from './judge.ts';
import type { Judgement } from './judgement.ts';

/** Where the bootstrap's row numbers come from; `RandomState` of the split room is one. */
export interface RandomRows {
  /** An integer in [low, high), all equally likely. */
  readonly randint: (low: number, high: number) => number;
}

/** What one run says of the rows, and as what it is judged: two models may have their own thresholds. */
export interface BootstrapRun {
  readonly scores: Float32Array | Float64Array;
  readonly judgement: Judgement;
}

export interface BootstrapOptions<N extends MetricName> {
  /** True class codes or values of the test rows. */
  readonly labels: ArrayLike<number>;
  readonly runs: readonly BootstrapRun[];
  readonly names: readonly N[];
  readonly random: RandomRows;
  /** Default 1,000. */
  readonly resamples?: number;
}

/** Per metric the values over the resamples, in order; NaN where a resample leaves the metric undefined. */
export type BootstrapValues<N extends MetricName> = Record<N, Float64Array>;

/**
 * Resamples the test rows with replacement and computes each metric of each run on every resample. All runs see the
 * same resamples, so value b of one run pairs with value b of another. Each resample takes n draws of `random`, as
 * `RandomState.randint(0, n, size=n)` would in NumPy.
 *
 * Source: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13.
 *
 * @returns one set of values per run, in the order of `runs`
 * @throws {MetricInputError} if the input cannot be evaluated.
 */
export function bootstrap<N extends MetricName>(
  options: BootstrapOptions<N>,
): BootstrapValues<N>[] {
  const steps = bootstrapSteps(options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** `bootstrap`, one resample a step, for a thread that has other things to do in between: see `inTurns`. */
export function* bootstrapSteps<N extends MetricName>(
  options: BootstrapOptions<N>,
): Generator<undefined, BootstrapValues<N>[]> {
  const { labels, runs, names, random, resamples = 1000 } = options;
  const samples = runs.map(({ scores, judgement }) => judge(labels, scores, judgement));
  const values = samples.map(
    () =>
      Object.fromEntries(
        names.map((name) => [name, new Float64Array(resamples)]),
      ) as BootstrapValues<N>,
  );
  const weights = new Int32Array(labels.length);
  for (let b = 0; b < resamples; b++) {
    drawWeights(weights, random);
    samples.forEach((sample, run) => {
      const resample = sample.resampled(weights);
      for (const name of names) {
        const series = values[run]?.[name];
        if (series) {
          series[b] = valueOrNaN(resample, name);
        }
      }
    });
    yield;
  }
  return values;
}

function drawWeights(weights: Int32Array, random: RandomRows): void {
  weights.fill(0);
  for (let left = weights.length; left > 0; left--) {
    const row = random.randint(0, weights.length);
    weights[row] = (weights[row] ?? 0) + 1;
  }
}
