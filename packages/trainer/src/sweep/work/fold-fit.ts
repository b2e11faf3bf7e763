import { train } from '@xgflow/xgboost-node';
import type { EvalHistory } from '@xgflow/xgboost-node';
import type { CalibrationMethod } from '../../calibration/index.ts';
import type { FitParams } from '../fit-params.ts';
import { scorer } from './calibrated.ts';
import type { FoldMatrices } from './matrices.ts';

export interface EarlyStopping {
  /** An evaluation metric of libxgboost, watched on the fold's own validation part. */
  readonly metric: string;
  readonly rounds: number;
}

/** How one fit is made, apart from its parameters and its rows. */
export interface FitSettings {
  readonly earlyStopping?: EarlyStopping;
  readonly calibration?: CalibrationMethod;
}

export interface FoldFit {
  /**
   * Probabilities (of each class in turn) or values of the validation rows at the best round; calibrated where the
   * variant is.
   */
  readonly predictions: Float32Array;
  /** Rounds up to and with the best one: best_iteration + 1, or all of them without early stopping. */
  readonly rounds: number;
  readonly history: EvalHistory;
}

/**
 * Fits one fold, stops early on its validation part, and scores that part at the best round.
 *
 * @param watch whether the history is wanted where nothing stops early: evaluations cost a quarter of a fit
 */
export function fitFold(
  fold: FoldMatrices,
  { params, rounds }: FitParams,
  { earlyStopping, calibration }: FitSettings,
  { watch }: { readonly watch: boolean },
): FoldFit {
  const isWatched = watch || earlyStopping !== undefined;
  const fit = train(params, fold.fit, {
    rounds,
    evals: isWatched ? [{ name: 'validation', data: fold.validation }] : [],
    ...(earlyStopping ? { earlyStopping } : {}),
  });
  using booster = fit.booster;
  const best = fit.bestIteration === undefined ? fit.rounds : fit.bestIteration + 1;
  const { scores } = scorer(booster, best, fold, calibration);
  return { predictions: scores(fold.validation), rounds: best, history: fit.history };
}
