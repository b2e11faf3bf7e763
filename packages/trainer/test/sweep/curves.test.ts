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

test('the parameter of a metric stands behind a colon, which MLflow takes', () => {
  const history = { 'error@0.7': [0.2], 'tweedie-nloglik@1.5': [3] };
  expect(learningCurves({ train: history }, [{ validation: history }])).toEqual({
    'train-error:0.7': [0.2],
    'train-tweedie-nloglik:1.5': [3],
    'cv-error:0.7': [0.2],
    'cv-tweedie-nloglik:1.5': [3],
  });
});
