import type { Metric } from './metric.ts';
import { ratioOrZero } from './ratio.ts';

/** Share of the positive rows that are found; 0 if there is none. scikit-learn's `recall_score`. */
export const recall: Metric = {
  direction: 'maximize',
  needs: 'labels',
  of: ({ confusion: { truePositives, falseNegatives } }) =>
    ratioOrZero(truePositives, truePositives + falseNegatives),
};
