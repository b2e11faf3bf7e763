import type { Metric } from './metric.ts';
import { ratioOrZero } from './ratio.ts';

/** Harmonic mean of precision and recall; 0 if no row is positive or decided so. scikit-learn's `f1_score`. */
export const f1: Metric = {
  direction: 'maximize',
  needs: 'labels',
  of: ({ confusion: { truePositives, falsePositives, falseNegatives } }) =>
    ratioOrZero(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
};
