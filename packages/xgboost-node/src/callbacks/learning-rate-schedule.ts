import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import type { Callback } from './callback.ts';

/**
 * Changes the learning rate between rounds. As in Python's LearningRateScheduler the rate of entry
 * `i` is set after round `i`: round 0 uses the parameters' `eta`.
 *
 * @param rates one rate per round, or a function of the 0-based round.
 * @throws InvalidArgumentError in the round for which the list has no rate.
 */
export function learningRateSchedule(
  rates: readonly number[] | ((round: number) => number),
): Callback {
  return {
    afterIteration({ booster }, round) {
      const rate = typeof rates === 'function' ? rates(round) : rates[round];
      if (rate === undefined) {
        throw new InvalidArgumentError(
          `no learning rate for round ${round}; give one rate per round`,
          'rates',
        );
      }
      booster.setParams({ eta: rate });
      return false;
    },
  };
}
