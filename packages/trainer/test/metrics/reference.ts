import { readFileSync } from 'node:fs';
import { RandomState } from '../../src/split/random-state.ts';

export type Dtype = 'float32' | 'float64';
/** null: scikit-learn calls the metric undefined. */
type Expected = Record<string, number | null>;

interface Stored {
  name: string;
  dtype: Dtype;
  threshold: number;
  labels: number[];
  scores: number[];
  expected: Expected;
}

export interface Drawn {
  n: number;
  rate: number;
  decimals: number | null;
  seed: number;
  dtype: Dtype;
}

interface Bootstrapped extends Drawn {
  bootstrap_seed: number;
  resamples: number;
  undefined: number;
  expected: Record<string, [number, number]>;
}

interface Reference {
  small: Stored[];
  large: (Drawn & { expected: Expected })[];
  bootstraps: Bootstrapped[];
}

/** What scikit-learn gave; made by test/fixtures/make-metrics.py. */
export const reference = JSON.parse(
  readFileSync(new URL('../fixtures/metrics.json', import.meta.url), 'utf8'),
) as Reference;

export function typed(dtype: Dtype, values: ArrayLike<number>): Float32Array | Float64Array {
  return dtype === 'float32' ? Float32Array.from(values) : Float64Array.from(values);
}

/** The rows that make-metrics.py drew. */
export function drawn({ n, rate, decimals, seed, dtype }: Drawn) {
  const random = new RandomState(seed);
  const labels = Uint8Array.from({ length: n }, () => Number(random.randomSample() < rate));
  const scores = Float64Array.from({ length: n }, (_, row) => {
    const score = random.randomSample() * 0.75 + labels[row]! * 0.25;
    return decimals === null ? score : Math.floor(score * 10 ** decimals) / 10 ** decimals;
  });
  return { labels, scores: typed(dtype, scores) };
}
