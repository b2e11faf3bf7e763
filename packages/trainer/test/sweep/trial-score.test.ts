import { expect, test } from '@jest/globals';
import type { TrialRecord } from '../../src/sweep/result.ts';
import { bestScore, meanScore, populationStd, rankTrials } from '../../src/sweep/trial-score.ts';

const trial = (index: number, foldScores: number[]): TrialRecord => ({
  index,
  params: {},
  foldScores,
  foldRounds: [],
  seconds: 0,
});
const trials = [
  trial(0, [0.5, 0.7]),
  trial(1, [0.8, 0.8]),
  trial(2, [0.7, 0.9]),
  trial(3, []),
  trial(4, [NaN, 1]),
];

test.each([
  ['maximize', [1, 2, 0]],
  ['minimize', [0, 1, 2]],
] as const)(
  '%s: best first, ties to the earlier trial, failed ones left out',
  (direction, order) => {
    expect(rankTrials(trials, direction).map(({ index }) => index)).toEqual(order);
  },
);

test('mean and population deviation', () => {
  expect(meanScore(trial(0, [1, 2, 3, 6]))).toBe(3);
  expect(populationStd([1, 2, 3, 6])).toBeCloseTo(Math.sqrt(3.5), 15);
  expect(meanScore(trial(0, []))).toBeNaN();
});

test('best score, failed ones aside', () => {
  expect(bestScore([NaN, 0.4, 0.6], 'maximize')).toBe(0.6);
  expect(bestScore([NaN, 0.4, 0.6], 'minimize')).toBe(0.4);
  expect(bestScore([NaN], 'maximize')).toBeUndefined();
});
