import type { Metric } from './metric.ts';

/** Share of right decisions; scikit-learn's `accuracy_score`. */
export const accuracy: Metric = {
  direction: 'maximize',
  needs: 'labels',
  of: ({ confusion: { truePositives, trueNegatives, falsePositives, falseNegatives } }) => {
    const right = truePositives + trueNegatives;
    return right / (right + falsePositives + falseNegatives);
  },
};
