import type { Metric } from './metric.ts';
import { ratioOrZero } from './ratio.ts';

/** Share of the rows decided positive that are; 0 if none is decided positive. scikit-learn's `precision_score`. */
export const precision: Metric = {
  direction: 'maximize',
  needs: 'labels',
  of: ({ confusion: { truePositives, falsePositives } }) =>
    ratioOrZero(truePositives, truePositives + falsePositives),
};
