import type { Metric } from './metric.ts';
import { UndefinedMetricError } from './undefined-metric-error.ts';

/**
 * Cohen's kappa: agreement of decisions and labels beyond chance; scikit-learn's `cohen_kappa_score`.
 *
 * @throws {UndefinedMetricError} if labels and decisions are all of one and the same class.
 */
export const kappa: Metric = {
  direction: 'maximize',
  needs: 'labels',
  of: ({ confusion: { truePositives, falsePositives, trueNegatives, falseNegatives } }) => {
    const rows = truePositives + falsePositives + trueNegatives + falseNegatives;
    const positives = truePositives + falseNegatives;
    const decided = truePositives + falsePositives;
    const disagreeByChance = (positives * (rows - decided) + (rows - positives) * decided) / rows;
    if (disagreeByChance === 0) {
      throw new UndefinedMetricError('kappa', 'labels and decisions are all of one class');
    }
    return 1 - (falsePositives + falseNegatives) / disagreeByChance;
  },
};
