import { train } from '@xgflow/xgboost-node';
import type { Calibration } from '@xgflow/model';
import type { EvalHistory } from '@xgflow/xgboost-node';
import type { FitParams } from '../fit-params.ts';
import { scorer } from './calibrated.ts';
import { fitFold } from './fold-fit.ts';
import type { EarlyStopping, FitSettings } from './fold-fit.ts';
import { meanAbsShap } from './mean-abs-shap.ts';
import type { MeanAbsShap } from './mean-abs-shap.ts';
import type { SplitMatrices } from './matrices.ts';

export interface Refit {
  /** The model, UBJSON, without a best_iteration attribute. */
  readonly model: Uint8Array;
  /** Rounds of the model: the median over the folds of best_iteration + 1. */
  readonly rounds: number;
  /** Fitted on rows that neither train nor test; the predictions below are calibrated with it. */
  readonly calibration?: Calibration;
  readonly trainPredictions: Float32Array;
  readonly testPredictions: Float32Array;
  /** The same before the calibration, where there is one. */
  readonly uncalibratedTestPredictions?: Float32Array;
  /** Per fold: validation predictions, rounds, and the curve of each evaluation metric. */
  readonly folds: readonly { predictions: Float32Array; rounds: number; history: EvalHistory }[];
  /** The training part's curves of the refit, one value a round. */
  readonly history: EvalHistory;
  readonly importance: ReadonlyMap<string, number>;
  /** How far each feature moves the predictions of the test part. */
  readonly shap: MeanAbsShap;
}

/**
 * Turns the winning trial into a model: the folds once more with every evaluation metric (for
 * out-of-fold metrics and curves), then one fit of the whole training part with a fixed number of
 * rounds. Resampled and weighted are only the rows that a model is fitted on; its curve and metrics on the
 * training part are those of the rows as they are. Neither sees the test part; it is only scored at the end.
 */
export function refit(matrices: SplitMatrices, fit: FitParams, settings: FitSettings): Refit {
  const watched = withWatched(fit, settings.earlyStopping);
  const folds = matrices.folds.map((fold) => fitFold(fold, watched, settings, { watch: true }));
  const rounds = medianRounds(folds.map((fold) => fold.rounds));
  const result = train(fit.params, matrices.fit, {
    rounds,
    evals: [{ name: 'train', data: matrices.train }],
  });
  using booster = result.booster;
  const model = booster.toBuffer('ubj');
  const { calibration, raw, scores } = scorer(booster, rounds, matrices, settings.calibration);
  return {
    model,
    rounds,
    ...(calibration ? { calibration, uncalibratedTestPredictions: raw(matrices.test) } : {}),
    trainPredictions: scores(matrices.train),
    testPredictions: scores(matrices.test),
    folds,
    history: result.history,
    importance: booster.importance('gain'),
    shap: meanAbsShap(booster, model.length, matrices.test),
  };
}

/** Evaluates the metric of early stopping too, where the sweep file names others to evaluate. */
function withWatched(fit: FitParams, earlyStopping: EarlyStopping | undefined): FitParams {
  const { eval_metric: given } = fit.params;
  if (!earlyStopping || given === undefined) return fit;
  const metrics = [...new Set([...[given].flat(), earlyStopping.metric])];
  return { ...fit, params: { ...fit.params, eval_metric: metrics } };
}

/** The middle one; of an even number the mean of the two, rounded up, so that it is never 0. */
export function medianRounds(rounds: readonly number[]): number {
  const sorted = rounds.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined)
    throw new RangeError('no folds, so no rounds to take the median of');
  return Math.ceil((low + high) / 2);
}
