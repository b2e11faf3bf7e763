import type { Metric } from '../metric.ts';
import { ratioOrZero } from '../ratio.ts';
import { macroMean } from './class-mean.ts';
import type { MulticlassSample } from './multiclass-sample.ts';

/**
 * Mean over the classes of: rows decided to be of it, the share that is; 0 for a class that is never decided.
 * scikit-learn's `precision_score(average='macro', zero_division=0)`.
 */
export const precisionMacro: Metric<MulticlassSample> = {
  direction: 'maximize',
  needs: 'labels',
  of: ({ counts }) => macroMean(counts, ({ decided, right }) => ratioOrZero(right, decided)),
};
