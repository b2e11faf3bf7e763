import type { MetricName, Task } from '../metrics/index.ts';

/** What variants are ranked by on the test part when nobody says otherwise. */
export const usualMetric: Readonly<Record<Task, MetricName>> = {
  binary: 'f1',
  multiclass: 'f1_macro',
  regression: 'mape',
};
