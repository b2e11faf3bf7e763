import type { Metric } from '../metric.ts';
import { UndefinedMetricError } from '../undefined-metric-error.ts';
import { sum } from './class-counts.ts';
import type { MulticlassSample } from './multiclass-sample.ts';

/**
 * Cohen's kappa: agreement of decisions and labels beyond chance; scikit-learn's `cohen_kappa_score`.
 *
 * @throws {UndefinedMetricError} if labels and decisions are all of one and the same class.
 */
export const multiclassKappa: Metric<MulticlassSample> = {
  direction: 'maximize',
  needs: 'labels',
  of: ({ counts }) => {
    const { actual, decided, right, rows } = counts;
    const agreeByChance = sum(actual.map((count, code) => count * (decided[code] ?? 0))) / rows;
    const disagreeByChance = rows - agreeByChance;
    if (disagreeByChance === 0) {
      throw new UndefinedMetricError('kappa', 'labels and decisions are all of one class');
    }
    return 1 - (rows - sum(right)) / disagreeByChance;
  },
};
