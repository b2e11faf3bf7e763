import { call, handleOf } from '../capi/index.ts';
import type { Handle } from '../capi/index.ts';
import { Booster } from '../booster/booster.ts';
import type { Callback, EvalHistory, TrainingContext } from '../callbacks/callback.ts';
import type { DMatrix } from '../dmatrix/dmatrix.ts';
import { TrainingAbortedError } from '../errors/training-aborted-error.ts';
import { evaluateRound } from './evaluate.ts';
import type { TrainOptions } from './train-options.ts';
import { updateRound } from './update-round.ts';

/** One run of the training loop over a prepared booster. */
export class Training implements TrainingContext {
  readonly history = Object.create(null) as EvalHistory;
  booster: Booster;
  readonly #data: DMatrix;
  readonly #options: TrainOptions;
  readonly #callbacks: readonly Callback[];

  constructor(
    handle: Handle,
    data: DMatrix,
    options: TrainOptions,
    callbacks: readonly Callback[],
  ) {
    this.booster = new Booster(handle);
    this.#data = data;
    this.#options = options;
    this.#callbacks = callbacks;
  }

  /** Runs all rounds and hooks. @returns the number of rounds trained. */
  run(): number {
    for (const callback of this.#callbacks) callback.beforeTraining?.(this);
    const rounds = this.#runRounds(handleOf(this.booster, 'Booster'));
    for (const callback of this.#callbacks) {
      const replacement = callback.afterTraining?.(this);
      if (replacement !== undefined) this.#replace(replacement);
    }
    // Frees the caches of training; what the model predicts stays as it is.
    call('XGBoosterReset', handleOf(this.booster, 'Booster').pointer);
    return rounds;
  }

  #runRounds(handle: Handle): number {
    const { rounds, evals = [], objective, metric, signal } = this.#options;
    const output = objective === undefined ? ('value' as const) : ('margin' as const);
    const evaluation = { evals, history: this.history, metric, output };
    for (let round = 0; round < rounds; round += 1) {
      if (signal?.aborted === true) throw new TrainingAbortedError(round, { cause: signal.reason });
      if (this.#callbacks.some((callback) => callback.beforeIteration?.(this, round) === true)) {
        return round;
      }
      updateRound(handle, this.#data, round, objective);
      evaluateRound(handle, round, evaluation);
      if (this.#callbacks.some((callback) => callback.afterIteration?.(this, round) === true)) {
        return round + 1;
      }
    }
    return rounds;
  }

  #replace(replacement: Booster): void {
    if (replacement === this.booster) return;
    const before = handleOf(this.booster, 'Booster');
    handleOf(replacement, 'Booster').retain();
    before.release();
    this.booster = replacement;
    before.dispose();
  }
}
