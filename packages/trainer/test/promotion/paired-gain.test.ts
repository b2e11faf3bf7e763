import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { pairedGain } from '../../src/promotion/gate/paired-gain.ts';
import { sliceGains } from '../../src/promotion/gate/slice-gains.ts';
import { parsePolicy } from '../../src/promotion/policy/load-policy.ts';
import { RandomState } from '../../src/split/random-state.ts';

interface Case {
  readonly n: number;
  readonly rate: number;
  readonly noise: number;
  readonly seed: number;
  readonly thresholds: readonly [number, number];
  readonly level: number;
  readonly bootstrap_seed: number;
  readonly resamples: number;
  readonly expected: Readonly<Record<'f1' | 'roc_auc' | 'log_loss' | 'brier' | 'accuracy', Gain>>;
}

type Gain = Readonly<
  Record<'candidate' | 'champion' | 'gain' | 'low' | 'high' | 'defined', number>
>;

const fixture = new URL('../fixtures/promotion.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(fixture, 'utf8')) as { readonly cases: readonly Case[] };

/** As `drawn` of make-promotion.py. */
function drawn({ n, noise, rate, seed }: Case) {
  const random = new RandomState(seed);
  const sample = (): number[] => Array.from({ length: n }, () => random.randomSample());
  const labels = sample().map((value) => (value < rate ? 1 : 0));
  const base = sample().map((value, row) => value * 0.75 + (labels[row] ?? 0) * 0.25);
  const other = sample();
  const champion = base.map((value, row) => value * (1 - noise) + (other[row] ?? 0) * noise);
  return { labels, candidate: Float32Array.from(base), champion: Float32Array.from(champion) };
}

const judgement = { task: 'binary', threshold: 0.5 } as const;

describe('the paired bootstrap equals one with NumPy and scikit-learn', () => {
  test.each(cases)('$n rows, thresholds $thresholds, level $level', async (row) => {
    const { candidate, champion, labels } = drawn(row);
    for (const metric of ['f1', 'roc_auc', 'log_loss', 'brier', 'accuracy'] as const) {
      const expected = row.expected[metric];
      const gain = await pairedGain({
        metric,
        labels,
        candidate: {
          scores: candidate,
          judgement: { task: 'binary', threshold: row.thresholds[0] },
        },
        champion: { scores: champion, judgement: { task: 'binary', threshold: row.thresholds[1] } },
        resamples: row.resamples,
        level: row.level,
        seed: row.bootstrap_seed,
      });
      expect(gain.defined).toBe(expected.defined);
      for (const key of ['candidate', 'champion', 'gain', 'low', 'high'] as const) {
        expect({ metric, key, near: Math.abs(gain[key] - expected[key]) < 1e-12 }).toEqual({
          metric,
          key,
          near: true,
        });
      }
    }
  });
});

test('pairing narrows the interval: a model against itself has no gain and no noise', async () => {
  const { candidate, labels } = drawn(cases[0]!);
  const model = { scores: candidate, judgement };
  const options = { metric: 'f1', labels, resamples: 200, level: 0.95, seed: 1 } as const;
  expect(await pairedGain({ ...options, candidate: model, champion: model })).toMatchObject({
    gain: 0,
    low: 0,
    high: 0,
  });
});

test('a smaller loss is a gain', async () => {
  const labels = [1, 0, 1, 0, 1, 0];
  const sure = {
    scores: Float32Array.of(0.9, 0.1, 0.9, 0.1, 0.9, 0.1),
    judgement,
  };
  const unsure = {
    scores: Float32Array.of(0.6, 0.4, 0.6, 0.4, 0.6, 0.4),
    judgement,
  };
  const options = { metric: 'log_loss', labels, resamples: 100, level: 0.95, seed: 1 } as const;
  const gained = await pairedGain({ ...options, candidate: sure, champion: unsure });
  expect(gained.gain).toBeGreaterThan(0.3);
  const lost = await pairedGain({ ...options, candidate: unsure, champion: sure });
  expect(lost.gain).toBeLessThan(-0.3);
});

test('where most resamples lack a value there is no interval', async () => {
  // One positive row of 400: a resample has it in 63 % of the cases; two classes of one row each in 40 %.
  const labels = Array.from({ length: 400 }, (_, row) => (row < 2 ? row + 1 : 0));
  const scores = Float32Array.from(
    labels.flatMap((label) => [0, 1, 2].map((code) => (code === label ? 0.8 : 0.1))),
  );
  const model = { scores, judgement: { task: 'multiclass' } as const };
  const options = { metric: 'roc_auc_ovr', resamples: 200, level: 0.95, seed: 1 } as const;
  const gain = await pairedGain({ ...options, labels, candidate: model, champion: model });
  expect(gain.defined).toBeGreaterThan(50);
  expect(gain.defined).toBeLessThan(100);
  expect(gain).toMatchObject({ gain: 0, low: NaN, high: NaN });
});

test('predictions whose sum is below zero are infinitely far from the actual one', async () => {
  const labels = [1, 2, 3, 4];
  const judgement = { task: 'regression' } as const;
  const right = { scores: Float32Array.of(1, 2, 3, 5), judgement };
  const wrong = { scores: Float32Array.of(-1, -2, -3, -4), judgement };
  const options = { metric: 'ae_ratio', labels, resamples: 100, level: 0.95, seed: 1 } as const;
  expect(await pairedGain({ ...options, candidate: wrong, champion: right })).toMatchObject({
    gain: -Infinity,
    low: NaN,
    defined: 0,
  });
  const slices = [{ name: 'town', cells: ['a', 'a', 'a', 'a'] }];
  const policy = parsePolicy('slices: {min_rows: 2}').slices;
  expect(
    await sliceGains(slices, { ...options, candidate: wrong, champion: right }, policy),
  ).toMatchObject([{ gain: null, interval: null, verdict: 'worse' }]);
});
