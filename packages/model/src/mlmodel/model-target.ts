import type { PredictionKind } from './objective.ts';

/** What a model is asked: one of two classes, one of several, or a number. */
export type ModelTask = 'binary' | 'multiclass' | 'regression';

/** What the model predicts. */
export interface ModelTarget {
  readonly name: string;
  /** Default: what the booster's objective says. */
  readonly task?: ModelTask;
  /** Binary: the class of label 0 and that of label 1, the positive one. Multiclass: one per code. */
  readonly classes?: readonly (string | number)[];
}

/** The task of a prediction of this kind. */
export function taskOf(kind: PredictionKind): ModelTask {
  return kind === 'value' ? 'regression' : kind;
}
