import type { Booster } from '../booster/booster.ts';
import type { Prediction } from '../booster/prediction.ts';
import type { Callback, EvalHistory } from '../callbacks/callback.ts';
import type { EarlyStoppingOptions } from '../callbacks/early-stopping.ts';
import type { EvaluationMonitorOptions } from '../callbacks/evaluation-monitor.ts';
import type { DMatrix } from '../dmatrix/dmatrix.ts';

/** Data whose scores are computed after every round. */
export interface EvalSet {
  /** Not empty, unique, and not only digits. */
  name: string;
  data: DMatrix;
}

/** First and second derivative of the loss by the margin, one per margin, row by row. */
export interface Gradients {
  gradient: Float32Array | Float64Array;
  hessian: Float32Array | Float64Array;
}

/**
 * A loss of one's own. It gets the margin of the training data, before any link function.
 * base_score is not estimated then: the first margin is the parameter's, 0.5 by default.
 */
export type CustomObjective = (margin: Prediction, data: DMatrix) => Gradients;

/** A named score of a metric of one's own; it is rounded to 6 decimals, as in Python. */
export interface CustomScore {
  name: string;
  value: number;
}

/** A metric of one's own. It gets values, or margins when the objective is a custom one too. */
export type CustomMetric = (
  prediction: Prediction,
  data: DMatrix,
) => CustomScore | readonly CustomScore[];

export interface TrainOptions {
  /** Boosting rounds to add, at least 1. */
  rounds: number;
  /** Default none. */
  evals?: readonly EvalSet[];
  /** Needs at least one eval set. Default off. */
  earlyStopping?: EarlyStoppingOptions;
  /** Run in this order, before the monitor and early stopping. Default none. */
  callbacks?: readonly Callback[];
  /** Instead of the parameter `objective`. */
  objective?: CustomObjective;
  /** Besides the parameter `eval_metric`. */
  metric?: CustomMetric;
  /** A model to add rounds to. It is not changed. */
  continueFrom?: Booster;
  /** true, or the period in rounds, writes the scores to stderr. Default false. */
  verbose?: boolean | number | EvaluationMonitorOptions;
  /** Looked at before every round. */
  signal?: AbortSignal;
}

/** What train() returns. Disposing it disposes the booster. */
export interface TrainResult extends Disposable {
  /** The model of the last round, or of the best one with `saveBest`. */
  readonly booster: Booster;
  readonly history: EvalHistory;
  /** 0-based best round, with the option earlyStopping only. */
  readonly bestIteration?: number;
  readonly bestScore?: number;
  /** Rounds that were trained, without those of a continued model. */
  readonly rounds: number;
}
