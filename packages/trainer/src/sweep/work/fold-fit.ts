import { train } from '@xgflow/xgboost-node';
import type { DMatrix, EvalHistory } from '@xgflow/xgboost-node';
import type { FitParams } from '../fit-params.ts';

export interface EarlyStopping {
  /** An evaluation metric of libxgboost, watched on the fold's own validation part. */
  readonly metric: string;
  readonly rounds: number;
}

export interface FoldFit {
  /** Probabilities (of each class in turn) or values of the validation rows at the best round. */
  readonly predictions: Float32Array;
  /** Rounds up to and with the best one: best_iteration + 1, or all of them without early stopping. */
  readonly rounds: number;
  readonly history: EvalHistory;
}

/** Fits one fold, stops early on its validation part, and scores that part at the best round. */
export function fitFold(
  fold: { readonly train: DMatrix; readonly validation: DMatrix },
  { params, rounds }: FitParams,
  earlyStopping: EarlyStopping | undefined,
): FoldFit {
  const fit = train(params, fold.train, {
    rounds,
    evals: [{ name: 'validation', data: fold.validation }],
    ...(earlyStopping ? { earlyStopping } : {}),
  });
  using booster = fit.booster;
  const best = fit.bestIteration === undefined ? fit.rounds : fit.bestIteration + 1;
  const { values } = booster.predict(fold.validation, { iterationRange: [0, best] });
  return { predictions: values, rounds: best, history: fit.history };
}
