import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { applyCalibration } from '@xgflow/model';
import { calibrationDoubt, fitCalibration } from '../../src/calibration/index.ts';
import { fitIsotonic } from '../../src/calibration/fit-isotonic.ts';
import { fitPlatt } from '../../src/calibration/fit-platt.ts';
import { metricCatalog } from '../../src/metrics/index.ts';
import { doubtfulCalibration } from '../../src/sweep/doubtful-calibration.ts';
import { RandomState } from '../../src/split/index.ts';
import { drawn } from '../metrics/reference.ts';
import type { Drawn } from '../metrics/reference.ts';

interface Case extends Drawn {
  sigmoid: [slope: number, intercept: number];
  exact: [slope: number, intercept: number];
  sigmoid_at: number[];
  x: number[];
  y: number[];
  isotonic_at: number[];
}

/** What scikit-learn gave; made by test/fixtures/make-calibration.py. */
const { cases } = JSON.parse(
  readFileSync(new URL('../fixtures/calibration.json', import.meta.url), 'utf8'),
) as { cases: Case[] };

const probes = Float32Array.from({ length: 41 }, (_, place) => place / 40);
const rowsOf = (row: Drawn) => {
  const { labels, scores } = drawn(row);
  return { labels, scores: Float32Array.from(scores) };
};

describe.each(cases)('$n rows, rate $rate, $decimals decimals', (row) => {
  const { labels, scores } = rowsOf(row);

  test('Platt equals _SigmoidCalibration on the logit', () => {
    const { slope, intercept } = fitPlatt(labels, scores);
    expect(slope).toBeCloseTo(row.exact[0], 8);
    expect(intercept).toBeCloseTo(row.exact[1], 8);
    // scikit-learn stops within its tolerance.
    expect(Math.abs(slope - row.sigmoid[0])).toBeLessThan(1e-4);
    expect(Math.abs(intercept - row.sigmoid[1])).toBeLessThan(1e-4);
    const applied = applyCalibration({ method: 'platt', slope, intercept }, probes);
    expect(furthest(applied, row.sigmoid_at)).toBeLessThan(1e-5);
  });

  test('isotonic equals IsotonicRegression, point by point', () => {
    const { x, y } = fitIsotonic(labels, scores);
    expect(x).toEqual(row.x);
    expect(furthest(y, row.y)).toBeLessThan(1e-14);
    const applied = applyCalibration({ method: 'isotonic', x, y }, probes);
    // The scores are single precision.
    expect(furthest(applied, row.isotonic_at)).toBeLessThan(1e-7);
  });
});

describe('scores of a model whose base rate was moved', () => {
  // True probabilities, and what a model says that weighs positive rows eight times.
  const random = new RandomState(5);
  const truth = Float64Array.from({ length: 40_000 }, () => random.randomSample() ** 3 * 0.6);
  const labels = Uint8Array.from(truth, (p) => Number(random.randomSample() < p));
  const scores = Float32Array.from(truth, (p) => (8 * p) / (8 * p + 1 - p));
  const [fit, fresh] = [
    [0, 20_000],
    [20_000, 40_000],
  ].map(([from, to]) => ({ labels: labels.slice(from, to), scores: scores.slice(from, to) }));
  const rate = mean(fresh!.labels);

  test.each(['platt', 'isotonic'] as const)('%s brings them back on fresh rows', (method) => {
    expect(metricCatalog.binary.ece.compute(fresh!.labels, fresh!.scores)).toBeGreaterThan(0.2);
    const calibration = fitCalibration(method, fit!.labels, fit!.scores);
    const calibrated = applyCalibration(calibration, fresh!.scores);
    expect(Math.abs(mean(calibrated) / rate - 1)).toBeLessThan(0.05);
    expect(metricCatalog.binary.ece.compute(fresh!.labels, calibrated)).toBeLessThan(0.02);
  });
});

test('equal scores give the base rate, with Platt and with isotonic', () => {
  const labels = Uint8Array.of(1, 0, 0, 0);
  const scores = new Float32Array(4).fill(0.5);
  const [platt] = applyCalibration(fitPlatt(labels, scores), scores);
  // Platt's targets pull it towards the middle: (1 · 2/3 + 3 · 1/5) / 4.
  expect(platt).toBeCloseTo((2 / 3 + 3 / 5) / 4, 6);
  expect(fitIsotonic(labels, scores)).toEqual({ method: 'isotonic', x: [0.5], y: [0.25] });
});

test('scores of 0 and 1 are taken', () => {
  const { slope, intercept } = fitPlatt([0, 1, 0, 1], Float32Array.of(0, 1, 0.2, 0.9));
  expect(Number.isFinite(slope) && Number.isFinite(intercept)).toBe(true);
});

describe('a calibration that does harm', () => {
  const scores = Float32Array.from({ length: 200 }, (_, row) => (row + 0.5) / 200);
  const rising = Array.from(scores, (score, row) => Number(score > ((row * 7) % 10) / 10));
  const falling = Array.from(scores, (score) => Number(score < 0.5));

  test.each([
    ['platt', rising, undefined],
    ['isotonic', rising, undefined],
    ['platt', falling, /^turns the order of the scores round \(slope -\d/],
    ['isotonic', falling, /^makes all scores equal$/],
  ] as const)('%s', (method, labels, says) => {
    const doubt = calibrationDoubt(fitCalibration(method, labels, scores));
    if (says === undefined) expect(doubt).toBeUndefined();
    else expect(doubt).toMatch(says);
  });

  test('scores that are all equal', () => {
    const flat = fitCalibration('platt', [1, 0, 0, 0], new Float32Array(4).fill(0.5));
    expect(calibrationDoubt(flat)).toBe('makes all scores equal');
  });

  test('is named with its variant, and what to do', () => {
    const calibration = fitCalibration('platt', falling, scores);
    expect(doubtfulCalibration({ name: 'weights', calibration })).toEqual([
      expect.stringMatching(/^variant weights: its calibration turns .* · give it more rows /),
    ]);
    expect(doubtfulCalibration({ name: 'plain' })).toEqual([]);
  });
});

function furthest(values: ArrayLike<number>, expected: readonly number[]): number {
  expect(values).toHaveLength(expected.length);
  return Math.max(...expected.map((value, place) => Math.abs((values[place] ?? NaN) - value)));
}

function mean(values: Uint8Array | Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
