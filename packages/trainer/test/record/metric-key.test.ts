import { expect, test } from '@jest/globals';
import { metricKey } from '../../src/record/metric-key.ts';

test.each([
  ['f1', { key: 'test_f1', part: 'test', metric: 'f1', direction: 'maximize' }],
  ['cv_log_loss', { key: 'cv_log_loss', part: 'cv', metric: 'log_loss', direction: 'minimize' }],
  [
    'train_roc_auc',
    { key: 'train_roc_auc', part: 'train', metric: 'roc_auc', direction: 'maximize' },
  ],
])('%s', (name, key) => {
  expect(metricKey(name)).toEqual(key);
});

test.each(['f2', 'test_', 'cv_f1_std', 'constructor', ''])(
  '%j is refused with the known names',
  (name) => {
    expect(() => metricKey(name)).toThrow(/f1/);
  },
);
