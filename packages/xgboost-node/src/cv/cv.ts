import type { DMatrix } from '../dmatrix/dmatrix.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import type { TrainParams } from '../params/train-params.ts';
import { checkTrainOptions } from '../train/check-options.ts';
import { oneAtATime } from '../train/one-at-a-time.ts';
import { CrossValidation } from './cross-validation.ts';
import type { CvOptions, CvResult, Fold, FoldRule } from './cv-options.ts';
import { FoldBooster } from './fold-booster.ts';
import { makeFolds } from './make-folds.ts';

/**
 * Cross-validates parameters, synchronously, by the rules of Python's `xgboost.cv`: same data, folds, parameters and
 * seed, and `nthread: 1`, give the same scores to the last bit. All folds are trained at the same time, round by
 * round, and each has slices of the data of its own: with k folds the data is in memory k + 1 times.
 *
 * @throws UnknownParamError, InvalidParamError, InvalidArgumentError for what was asked.
 * @throws TrainingAbortedError when the signal fired. @throws XGBoostError when the library refuses; data with queries
 *   (`qid`) cannot be sliced. @throws NestedTrainingError inside another training.
 * @see https://xgboost.readthedocs.io/en/stable/python/python_api.html#xgboost.cv
 */
export function cv(params: TrainParams, data: DMatrix, options: CvOptions): CvResult {
  checkTrainOptions({ rounds: options.rounds });
  const folds = foldsOf(data, options.folds);
  return oneAtATime([data], () => {
    const boosters: FoldBooster[] = [];
    try {
      for (const fold of folds) boosters.push(new FoldBooster(params, data, { ...options, fold }));
      return new CrossValidation(boosters, options).run();
    } finally {
      for (const booster of boosters) booster[Symbol.dispose]();
    }
  });
}

function foldsOf(data: DMatrix, folds: readonly Fold[] | FoldRule = {}): readonly Fold[] {
  if (!isList(folds)) return makeFolds(data.label, data.rowCount, folds);
  if (folds.length > 0) return folds;
  throw new InvalidArgumentError('folds is an empty list; give at least one fold', 'folds');
}

function isList(folds: readonly Fold[] | FoldRule): folds is readonly Fold[] {
  return Array.isArray(folds);
}
