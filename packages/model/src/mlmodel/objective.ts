import type { Booster } from '@xgflow/xgboost-node';
import { z } from 'zod';

const config = z.object({
  learner: z.object({
    learner_train_param: z.object({ objective: z.string() }),
  }),
});

/** The booster's objective, e.g. `binary:logistic`. */
export function objectiveOf(booster: Booster): string {
  return config.parse(JSON.parse(booster.config())).learner.learner_train_param.objective;
}

/** What the numbers of a prediction mean. */
export type PredictionKind = 'binary' | 'multiclass' | 'value';

/** `binary`: one probability; `multiclass`: one per class; `value`: anything else. */
export function predictionKind(objective: string): PredictionKind {
  if (objective === 'binary:logistic' || objective === 'reg:logistic') return 'binary';
  return objective === 'multi:softprob' ? 'multiclass' : 'value';
}

const logLinked: ReadonlySet<string> = new Set(['count:poisson', 'reg:gamma', 'reg:tweedie']);

/** Whether the prediction is the exponential of the margin, so that a log exposure can be added to it. */
export function hasLogLink(objective: string): boolean {
  return logLinked.has(objective);
}
