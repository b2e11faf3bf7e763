import type { MulticlassReport } from '../../src/report/multiclass-report.ts';
import type { RegressionReport } from '../../src/report/regression-report.ts';
import { drawnClasses, drawnValues } from '../metrics/task-reference.ts';
import { binarySample } from './samples.ts';

const { variant } = binarySample;
const values = drawnValues({ n: 900, zeros: 0, seed: 4, dtype: 'float32' });

/** Skewed amounts, all above zero, with an exposure. */
export const regressionSample: RegressionReport = {
  variant,
  target: 'claim_amount',
  metrics: { test_rmse: 120, test_mae: 80, test_r2: 0.8, test_ae_ratio: 1.02 },
  test: {
    labels: values.labels.map((label) => label + 1),
    scores: values.scores,
    exposure: Float64Array.from(values.labels, (_, row) => 0.5 + (row % 5)),
  },
};

/** Values on both sides of zero, a predicted quantile. */
export const quantileSample: RegressionReport = {
  ...regressionSample,
  target: 'balance',
  quantile: 0.9,
  test: {
    labels: values.labels.map((label) => label - 300),
    scores: values.scores.map((score) => score * 1.2 - 280),
  },
};

/** Four classes with names that a file and an SVG might trip over. */
export const multiclassSample: MulticlassReport = {
  variant,
  target: 'product',
  metrics: { test_accuracy: 0.7, test_f1_macro: 0.6, test_log_loss: 0.9 },
  classes: ['basic', 'plus & more', '"premium"', '<none>'],
  test: drawnClasses({ n: 900, classes: 4, decimals: null, seed: 9, dtype: 'float32' }),
};
