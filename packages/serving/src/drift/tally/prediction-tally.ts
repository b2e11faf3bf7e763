import type { Levels } from '@xgflow/data';
import type { ColumnProfile, Predictions } from '@xgflow/model';
import { LevelTally } from './level-tally.ts';
import { NumberTally } from './number-tally.ts';
import type { Tally } from './tally.ts';

/** Counts a model's predictions in the reference's bins. */
export interface PredictionTally {
  add(predictions: Predictions): void;
  result(): Tally;
}

/**
 * @param profile a column of the reference's predictions: probability, prediction, class or confidence
 * @param classes of a classifier, by code
 */
export function predictionTally(
  profile: ColumnProfile,
  classes: Levels | undefined,
): PredictionTally {
  if (profile.kind === 'categorical') {
    const tally = new LevelTally(profile, classes ?? profile.levels);
    return {
      add: ({ labels }) => {
        for (const label of labels) tally.add(label);
      },
      result: () => tally.result(),
    };
  }
  const tally = new NumberTally(profile);
  return {
    add: ({ probabilities, outputs }) => {
      for (let first = 0; first < probabilities.length; first += outputs) {
        // The likeliest of several classes; the only number of other models.
        let most = probabilities[first] ?? Number.NaN;
        for (let output = 1; output < outputs; output++) {
          most = Math.max(most, probabilities[first + output] ?? most);
        }
        tally.add(most);
      }
    },
    result: () => tally.result(),
  };
}
