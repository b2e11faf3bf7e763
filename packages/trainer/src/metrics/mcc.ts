import type { Metric } from './metric.ts';

/**
 * Matthews correlation of decisions and labels; 0 if either is all of one class.
 * scikit-learn's `matthews_corrcoef`.
 */
export const mcc: Metric = {
  direction: 'maximize',
  needs: 'labels',
  of: ({ confusion: { truePositives, falsePositives, trueNegatives, falseNegatives } }) => {
    const covariance = truePositives * trueNegatives - falsePositives * falseNegatives;
    const positives = truePositives + falseNegatives;
    const negatives = trueNegatives + falsePositives;
    const decided = truePositives + falsePositives;
    const rejected = trueNegatives + falseNegatives;
    // Two roots: the product of the four counts passes 2⁵³ from 10,000 rows on.
    const scale = Math.sqrt(positives * negatives) * Math.sqrt(decided * rejected);
    return scale === 0 ? 0 : covariance / scale;
  },
};
