import type { Booster } from '@xgflow/xgboost-node';
import { z } from 'zod';

const config = z.object({
  learner: z.object({
    learner_model_param: z.object({ num_class: z.coerce.number() }),
    learner_train_param: z.object({ objective: z.string() }),
  }),
});

/** What a booster says of itself. */
export interface BoosterTarget {
  /** E.g. `binary:logistic`. */
  readonly objective: string;
  /** Of a multiclass model; 0 for others. */
  readonly classCount: number;
}

/** Reads the booster's configuration. */
export function targetOf(booster: Booster): BoosterTarget {
  const { learner } = config.parse(JSON.parse(booster.config()));
  return {
    objective: learner.learner_train_param.objective,
    classCount: learner.learner_model_param.num_class,
  };
}

/**
 * The parameter with which a booster of `multi:softmax`, which predicts the code of the likeliest
 * class, predicts the probability of each: the trees are the same.
 */
export const PROBABILITIES = { objective: 'multi:softprob' } as const;

/** What the numbers of a prediction mean. */
export type PredictionKind = 'binary' | 'multiclass' | 'value';

/**
 * `binary`: one probability; `multiclass`: one per class (of `multi:softmax` once `PROBABILITIES` is
 * set); `value`: anything else.
 */
export function predictionKind(objective: string): PredictionKind {
  if (objective === 'binary:logistic' || objective === 'reg:logistic') return 'binary';
  return objective.startsWith('multi:') ? 'multiclass' : 'value';
}

const logLinked: ReadonlySet<string> = new Set(['count:poisson', 'reg:gamma', 'reg:tweedie']);

/** Whether the prediction is the exponential of the margin, so that a log exposure can be added to it. */
export function hasLogLink(objective: string): boolean {
  return logLinked.has(objective);
}
