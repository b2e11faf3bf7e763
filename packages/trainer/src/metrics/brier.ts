import type { Metric } from './metric.ts';
import { checkProbability } from './probability.ts';
import { rowMean } from './row-mean.ts';

/** Mean squared distance of probability and outcome, in [0, 1]; scikit-learn's `brier_score_loss`. */
export const brier: Metric = {
  direction: 'minimize',
  needs: 'scores',
  of: (sample) => rowMean(sample, (label, score) => (label - checkProbability(score)) ** 2),
};
