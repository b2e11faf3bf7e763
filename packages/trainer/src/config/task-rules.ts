import type { MetricName, Task } from '../metrics/index.ts';

/** What follows from a task for the sections of a sweep file. */
export interface TaskRules {
  /** Objectives of XGBoost that the trainer can judge; the first one is the default. */
  readonly objectives: readonly [string, ...string[]];
  /** Why others are refused: what they would not give. */
  readonly gives: string;
  /** Default of search.scoring. */
  readonly scoring: MetricName;
  /** Evaluation metrics of XGBoost that fit, without what follows `@`; undefined: any. */
  readonly evalMetrics?: readonly string[];
}

export const taskRules: Readonly<Record<Task, TaskRules>> = {
  binary: {
    // Probabilities are what the metrics, the threshold and the saved model rest on.
    objectives: ['binary:logistic', 'reg:logistic'],
    gives: 'gives no probabilities',
    scoring: 'roc_auc',
  },
  multiclass: {
    objectives: ['multi:softprob'],
    gives: 'gives no probability of each class',
    scoring: 'log_loss',
    evalMetrics: ['mlogloss', 'merror', 'auc'],
  },
  regression: {
    objectives: [
      'reg:squarederror',
      'reg:absoluteerror',
      'reg:quantileerror',
      'reg:gamma',
      'count:poisson',
      'reg:tweedie',
    ],
    gives: 'is not for task: regression',
    scoring: 'rmse',
    evalMetrics: [
      'rmse',
      'rmsle',
      'mae',
      'mape',
      'mphe',
      'quantile',
      'gamma-nloglik',
      'gamma-deviance',
      'poisson-nloglik',
      'tweedie-nloglik',
    ],
  },
};

/** Objectives whose margin is the logarithm of what they predict: an exposure then multiplies the prediction. */
export const logLinkObjectives: readonly string[] = ['reg:gamma', 'count:poisson', 'reg:tweedie'];

/** The quantile where the sweep file names none. */
export const defaultQuantile = 0.5;
