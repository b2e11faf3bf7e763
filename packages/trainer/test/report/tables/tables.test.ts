import { expect, test } from '@jest/globals';
import { progressRows } from '../../../src/report/tables/best-so-far.ts';
import { featureImportances } from '../../../src/report/tables/importance.ts';
import { curvePoints } from '../../../src/report/tables/learning-curves.ts';
import { parameterRows, trialRows } from '../../../src/report/tables/trials.ts';

const trials = [
  { variant: 'a', index: 1, score: 0.6, params: { eta: 0.2, mode: 'x' } },
  { variant: 'a', index: 0, score: NaN, params: { eta: 0.1, mode: 'y' } },
  { variant: 'a', index: 2, score: 0.5, params: { eta: 0.3, mode: 'x' } },
  { variant: 'b', index: 0, score: 0.7, params: { alpha: 1 } },
];

test('features are in the order of SHAP, those without splits last, by name', () => {
  const gain = new Map([
    ['x', 5],
    ['y', 9],
    ['ghost', 1],
  ]);
  const shap = new Map([
    ['z', 0],
    ['x', 0.4],
    ['y', 0.1],
    ['w', 0],
  ]);
  expect(featureImportances(gain, shap)).toEqual([
    { feature: 'x', gain: 5, mean_abs_shap: 0.4 },
    { feature: 'y', gain: 9, mean_abs_shap: 0.1 },
    { feature: 'ghost', gain: 1, mean_abs_shap: 0 },
    { feature: 'w', gain: 0, mean_abs_shap: 0 },
    { feature: 'z', gain: 0, mean_abs_shap: 0 },
  ]);
});

test('curves are cut at the first dash, rounds count from 1', () => {
  expect(curvePoints({ 'train-auc': [0.8, 0.9], 'cv-ndcg@5-': [0.7] })).toEqual([
    { metric: 'auc', part: 'train', round: 1, value: 0.8 },
    { metric: 'auc', part: 'train', round: 2, value: 0.9 },
    { metric: 'ndcg@5-', part: 'cv', round: 1, value: 0.7 },
  ]);
});

test('a trial has every column, empty where it has no such parameter or no score', () => {
  expect(trialRows(trials)[1]).toEqual({
    alpha: null,
    eta: 0.1,
    mode: 'y',
    variant: 'a',
    trial: 0,
    score: null,
  });
  expect(trialRows(trials)[3]).toMatchObject({ alpha: 1, eta: null, mode: null, score: 0.7 });
});

test('parameters of failed trials are left out', () => {
  expect(parameterRows(trials).map(({ parameter, value }) => [parameter, value])).toEqual([
    ['eta', 0.2],
    ['mode', 'x'],
    ['eta', 0.3],
    ['mode', 'x'],
    ['alpha', 1],
  ]);
});

test.each([
  ['maximize', [null, 0.6, 0.6]],
  ['minimize', [null, 0.6, 0.5]],
] as const)('the best so far in the order of the draws: %s', (direction, best) => {
  const rows = progressRows(trials, direction);
  expect(rows.filter(({ variant }) => variant === 'a').map((row) => row.best)).toEqual(best);
  expect(rows.at(-1)).toEqual({ variant: 'b', trials: 1, score: 0.7, best: 0.7 });
});
