import { expect, test } from '@jest/globals';
import { learningCurves } from '../../src/sweep/curves.ts';

test('the refit as it is, the folds as a mean for as long as all of them run', () => {
  const curves = learningCurves({ train: { auc: [0.5, 0.6, 0.7], logloss: [0.6, 0.5, 0.4] } }, [
    { validation: { auc: [0.4, 0.6, 0.8], logloss: [1, 2, 3] } },
    { validation: { auc: [0.6, 0.8], logloss: [3, 4] } },
  ]);
  expect(curves).toEqual({
    'train-auc': [0.5, 0.6, 0.7],
    'train-logloss': [0.6, 0.5, 0.4],
    'cv-auc': [0.5, 0.7],
    'cv-logloss': [2, 3],
  });
});
