import type { Booster } from '../booster/booster.ts';

/**
 * Scores of every round so far: `history[dataName][metric][round]`. The objects have no prototype,
 * so any name is safe; the order of names is the order of evaluation.
 */
export type EvalHistory = Record<string, Record<string, number[]>>;

/** What a callback sees. */
export interface TrainingContext {
  /** The booster in training. Read it, set its parameters or attributes; it cannot be disposed. */
  readonly booster: Booster;
  readonly history: EvalHistory;
}

/**
 * Code that runs during training. All hooks are synchronous and run in the order of the callbacks.
 * Do not train, load or predict with another booster inside: libxgboost has one random generator
 * per thread, and another booster would reset it.
 */
export interface Callback {
  /** Runs once, before the first round. */
  beforeTraining?(context: TrainingContext): void;
  /** Runs before round `round` (0-based, from 0 also on continuation). true stops the training. */
  beforeIteration?(context: TrainingContext, round: number): boolean | undefined;
  /** Runs after the round was evaluated. true stops the training, and later callbacks skip this round. */
  afterIteration?(context: TrainingContext, round: number): boolean | undefined;
  /** Runs once, after the last round. A booster that it returns replaces the trained one, which is disposed. */
  afterTraining?(context: TrainingContext): Booster | undefined;
}
