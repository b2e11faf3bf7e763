import type { Metric } from '../metric.ts';
import { sum } from './class-counts.ts';
import type { MulticlassSample } from './multiclass-sample.ts';

/** Share of right decisions; scikit-learn's `accuracy_score`. */
export const multiclassAccuracy: Metric<MulticlassSample> = {
  direction: 'maximize',
  needs: 'labels',
  of: ({ counts }) => sum(counts.right) / counts.rows,
};
