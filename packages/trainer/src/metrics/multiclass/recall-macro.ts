import type { Metric } from '../metric.ts';
import { ratioOrZero } from '../ratio.ts';
import { macroMean } from './class-mean.ts';
import type { MulticlassSample } from './multiclass-sample.ts';

/**
 * Mean over the classes of: rows of it, the share that was found; 0 for a class that is decided but has no row.
 * scikit-learn's `recall_score(average='macro', zero_division=0)`.
 */
export const recallMacro: Metric<MulticlassSample> = {
  direction: 'maximize',
  needs: 'labels',
  of: ({ counts }) => macroMean(counts, ({ actual, right }) => ratioOrZero(right, actual)),
};
