import type { Metric } from '../metric.ts';
import { ratioOrZero } from '../ratio.ts';
import { macroMean, weightedMean } from './class-mean.ts';
import type { ClassResult } from './class-mean.ts';
import type { MulticlassSample } from './multiclass-sample.ts';

const f1Of = ({ actual, decided, right }: ClassResult): number =>
  ratioOrZero(2 * right, actual + decided);

/** Mean of the classes' F1, each counting the same; scikit-learn's `f1_score(average='macro')`. */
export const f1Macro: Metric<MulticlassSample> = {
  direction: 'maximize',
  needs: 'labels',
  of: ({ counts }) => macroMean(counts, f1Of),
};

/** Mean of the classes' F1, weighted by their rows; scikit-learn's `f1_score(average='weighted')`. */
export const f1Weighted: Metric<MulticlassSample> = {
  direction: 'maximize',
  needs: 'labels',
  of: ({ counts }) => weightedMean(counts, f1Of),
};
