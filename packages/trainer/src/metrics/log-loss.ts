import type { Metric } from './metric.ts';
import { checkProbability } from './probability.ts';
import { rowMean } from './row-mean.ts';

const FLOAT32_EPSILON = 2 ** -23;

/**
 * Mean negative log likelihood in nats; scikit-learn's `log_loss(labels=[0, 1])`.
 *
 * Probabilities are kept at least one machine epsilon away from 0 and 1. As in scikit-learn it is the epsilon of
 * their own type, so a sure and wrong row costs 15.9 as a float32 and 36.0 as a float64. The rest is computed in
 * double precision for both (scikit-learn computes float32 in float32, good to about 1e-6).
 */
export const logLoss: Metric = {
  direction: 'minimize',
  needs: 'scores',
  of: (sample) => {
    const epsilon = sample.scores instanceof Float32Array ? FLOAT32_EPSILON : Number.EPSILON;
    return rowMean(sample, (label, score) => {
      const p = Math.min(Math.max(checkProbability(score), epsilon), 1 - epsilon);
      return -Math.log(label === 1 ? p : 1 - p);
    });
  },
};
