import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import type { EvalSet, TrainOptions } from './train-options.ts';

function checkEvals(evals: readonly EvalSet[]): void {
  const names = new Set<string>();
  for (const { name } of evals) {
    // A name of digits only would change its place among an object's keys, and so which set is last.
    if (name === '' || /^\d+$/.test(name) || names.has(name)) {
      throw new InvalidArgumentError(
        `eval set name ${JSON.stringify(name)} is empty, a number or used twice; give each set a name of its own`,
        'evals',
      );
    }
    names.add(name);
  }
}

/** @throws InvalidArgumentError */
export function checkTrainOptions({ rounds, evals = [], earlyStopping }: TrainOptions): void {
  if (!Number.isSafeInteger(rounds) || rounds < 1) {
    throw new InvalidArgumentError(`rounds is ${rounds}; give a whole number ≥ 1`, 'rounds');
  }
  checkEvals(evals);
  if (earlyStopping !== undefined && evals.length === 0) {
    throw new InvalidArgumentError(
      'early stopping needs at least one eval set; give evals',
      'earlyStopping',
    );
  }
}
