import { train } from '@xgflow/xgboost-node';
import type { EvalHistory } from '@xgflow/xgboost-node';
import type { FitParams } from '../fit-params.ts';
import { fitFold } from './fold-fit.ts';
import type { EarlyStopping } from './fold-fit.ts';
import { meanAbsShap } from './mean-abs-shap.ts';
import type { MeanAbsShap } from './mean-abs-shap.ts';
import type { SplitMatrices } from './matrices.ts';

export interface Refit {
  /** The model, UBJSON, without a best_iteration attribute. */
  readonly model: Uint8Array;
  /** Rounds of the model: the median over the folds of best_iteration + 1. */
  readonly rounds: number;
  readonly trainPredictions: Float32Array;
  readonly testPredictions: Float32Array;
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
 * rounds. Neither sees the test part; it is only scored at the end.
 */
export function refit(
  matrices: SplitMatrices,
  fit: FitParams,
  earlyStopping: EarlyStopping | undefined,
): Refit {
  const watched = withWatched(fit, earlyStopping);
  const folds = matrices.folds.map((fold) => fitFold(fold, watched, earlyStopping));
  const rounds = medianRounds(folds.map((fold) => fold.rounds));
  const result = train(fit.params, matrices.train, {
    rounds,
    evals: [{ name: 'train', data: matrices.train }],
  });
  using booster = result.booster;
  const model = booster.toBuffer('ubj');
  return {
    model,
    rounds,
    trainPredictions: booster.predict(matrices.train).values,
    testPredictions: booster.predict(matrices.test).values,
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
