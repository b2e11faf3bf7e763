import { readFileSync } from 'node:fs';
import { RandomState } from '../../src/split/random-state.ts';
import { typed } from './reference.ts';
import type { Dtype } from './reference.ts';

/** null: scikit-learn calls the metric undefined. */
type Expected = Record<string, number | null>;

interface ValuesDraw {
  n: number;
  zeros: number;
  seed: number;
  dtype: Dtype;
}

interface ClassesDraw {
  n: number;
  classes: number;
  decimals: number | null;
  seed: number;
  dtype: Dtype;
}

interface Bootstrapped {
  bootstrap_seed: number;
  resamples: number;
  undefined: number;
  expected: Record<string, [number, number]>;
}

interface Reference {
  small: {
    name: string;
    dtype: Dtype;
    alpha: number;
    power: number | null;
    labels: number[];
    scores: number[];
    expected: Expected;
  }[];
  values: (ValuesDraw & { alpha: number; power: number; expected: Expected })[];
  deciles: (ValuesDraw & {
    exposure_seed: number | null;
    expected: [rows: number, actual: number, expected: number, exposure: number][];
    /** Mean prediction, mean residual, its percentiles 10, 50 and 90, share not above the prediction. */
    spread: number[][];
  })[];
  classes: (ClassesDraw & { expected: Expected })[];
  few: {
    name: string;
    labels: number[];
    scores: number[][];
    expected: Expected;
    confusion: number[][];
    /** Precision, recall, F1 and rows. */
    by_class: number[][];
  }[];
  bootstrap_values: ValuesDraw & Bootstrapped & { alpha: number; power: number };
  bootstrap_classes: ClassesDraw & Bootstrapped;
}

/** What scikit-learn and NumPy gave; made by test/fixtures/make-task-metrics.py. */
export const taskReference = JSON.parse(
  readFileSync(new URL('../fixtures/task-metrics.json', import.meta.url), 'utf8'),
) as Reference;

/** The rows that make-task-metrics.py drew. */
export function drawnValues({ n, zeros, seed, dtype }: ValuesDraw) {
  const random = new RandomState(seed);
  const labels = new Float64Array(n);
  const scores = labels.map((_, row) => {
    const [u, zero, scale, shift] = [0, 0, 0, 0].map(() => random.randomSample()) as [
      number,
      number,
      number,
      number,
    ];
    labels[row] = zero < zeros ? 0 : u * u * 1000;
    return (labels[row] ?? 0) * (0.5 + scale) + shift * 20;
  });
  return { labels, scores: typed(dtype, scores) };
}

/** The rows that make-task-metrics.py drew. */
export function drawnClasses({ n, classes, decimals, seed, dtype }: ClassesDraw) {
  const random = new RandomState(seed);
  const labels = new Float64Array(n);
  const scores: number[] = [];
  for (let row = 0; row < n; row += 1) {
    const draws = Array.from({ length: classes + 1 }, () => random.randomSample());
    labels[row] = Math.floor(draws[0]! * classes);
    const raw = draws.slice(1).map((draw, code) => {
      const value = draw + (code === labels[row] ? 0.4 : 0);
      return decimals === null ? value : Math.floor(value * 10 ** decimals + 1) / 10 ** decimals;
    });
    const total = raw.reduce((sum, value) => sum + value, 0);
    scores.push(...raw.map((value) => value / total));
  }
  return { labels, scores: typed(dtype, scores) };
}
