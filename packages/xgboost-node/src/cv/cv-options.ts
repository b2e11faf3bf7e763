import type { EarlyStoppingOptions } from '../callbacks/early-stopping.ts';
import type { CustomMetric, CustomObjective } from '../train/train-options.ts';

/** The rows of one fold, 0-based. Their order counts: sampling and sums depend on it. */
export interface Fold {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** Folds that are made here, as Python's `xgboost.cv` makes them. */
export interface FoldRule {
  /** Number of folds, from 2 up. Default 3. */
  count?: number;
  /** Keep the shares of the labels, as scikit-learn's `StratifiedKFold(shuffle=True)` does. Default false. */
  stratified?: boolean;
  /** Shuffle the rows first; stratified folds are always shuffled. Default true. */
  shuffle?: boolean;
  /** Of the shuffling, not of the training. Default 0. */
  seed?: number;
}

/** Mean and standard deviation (of the population, as NumPy's `std`) over the folds. */
export interface FoldScore {
  mean: number;
  std: number;
}

/** `scores.test.logloss.mean` of one round. */
export type CvScores = Record<'train' | 'test', Record<string, FoldScore>>;

export interface CvRound {
  /** 0-based. */
  round: number;
  scores: CvScores;
}

export interface CvOptions {
  /** Boosting rounds of each fold, at least 1. */
  rounds: number;
  /** Folds of one's own, or how to make them. Default: three random ones. */
  folds?: readonly Fold[] | FoldRule;
  /** Watches the mean over the folds; `data` is `train` or `test`. Default off. */
  earlyStopping?: Omit<EarlyStoppingOptions, 'saveBest'>;
  /** Instead of the parameter `objective`. */
  objective?: CustomObjective;
  /** Besides the parameter `eval_metric`. */
  metric?: CustomMetric;
  /** Called after every round. */
  onRound?: (round: CvRound) => void;
  /** Looked at before every round. */
  signal?: AbortSignal;
}

/** Of every round: `history.test.auc.mean[round]`, the metrics in the order of evaluation. */
export type CvHistory = Record<'train' | 'test', Record<string, { mean: number[]; std: number[] }>>;

export interface CvResult {
  /** Up to the best round where early stopping ended the training, else of all rounds. */
  readonly history: CvHistory;
  /** 0-based best round, with the option earlyStopping only. */
  readonly bestIteration?: number;
  readonly bestScore?: number;
  /** Rounds that were trained. */
  readonly rounds: number;
}
