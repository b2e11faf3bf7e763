import type { Metric } from '../metric.ts';
import type { MulticlassSample } from './multiclass-sample.ts';

const FLOAT32_EPSILON = 2 ** -23;

/**
 * Mean negative log likelihood of the true class, in nats; scikit-learn's `log_loss`, with probabilities kept one machine
 * epsilon of their own type away from 0 and 1, as there.
 */
export const multiclassLogLoss: Metric<MulticlassSample> = {
  direction: 'minimize',
  needs: 'scores',
  of: ({ classes, labels, scores, weights }) => {
    const epsilon = scores instanceof Float32Array ? FLOAT32_EPSILON : Number.EPSILON;
    let sum = 0;
    let rows = 0;
    for (let row = 0; row < labels.length; row++) {
      const weight = weights ? (weights[row] ?? 0) : 1;
      if (weight === 0) continue;
      const probability = scores[row * classes + (labels[row] ?? 0)] ?? 0;
      sum -= weight * Math.log(Math.min(Math.max(probability, epsilon), 1 - epsilon));
      rows += weight;
    }
    return sum / rows;
  },
};
