import { handleOf } from '../capi/index.ts';
import type { Callback } from '../callbacks/callback.ts';
import { earlyStopping } from '../callbacks/early-stopping.ts';
import type { EarlyStopping } from '../callbacks/early-stopping.ts';
import { evaluationMonitor } from '../callbacks/evaluation-monitor.ts';
import type { DMatrix } from '../dmatrix/dmatrix.ts';
import type { TrainParams } from '../params/train-params.ts';
import { checkTrainOptions } from './check-options.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { prepareBooster } from './prepare-booster.ts';
import type { TrainOptions, TrainResult } from './train-options.ts';
import { Training } from './training.ts';

function monitor(verbose: TrainOptions['verbose']): Callback[] {
  if (verbose === undefined || verbose === false || verbose === 0) return [];
  if (verbose === true) return [evaluationMonitor()];
  return [evaluationMonitor(typeof verbose === 'number' ? { period: verbose } : verbose)];
}

function runTraining(
  params: TrainParams,
  data: DMatrix,
  options: TrainOptions,
  stopping: EarlyStopping | undefined,
): Omit<TrainResult, keyof Disposable> {
  const callbacks = new Set([
    ...(options.callbacks ?? []),
    ...monitor(options.verbose),
    ...(stopping === undefined ? [] : [stopping]),
  ]);
  const handle = prepareBooster(params, data, options);
  handle.retain();
  const training = new Training(handle, data, options, [...callbacks]);
  let rounds: number | undefined;
  try {
    rounds = training.run();
  } finally {
    const final = handleOf(training.booster, 'Booster');
    final.release();
    if (rounds === undefined) final.dispose();
  }
  return {
    booster: training.booster,
    history: training.history,
    rounds,
    ...(stopping?.bestIteration === undefined ? {} : { bestIteration: stopping.bestIteration }),
    ...(stopping?.bestScore === undefined ? {} : { bestScore: stopping.bestScore }),
  };
}

/**
 * Trains a model, synchronously, by the rules of Python's `xgboost.train`: same data, parameters,
 * seed and `nthread: 1` give the same model to the last bit.
 *
 * @throws UnknownParamError, InvalidParamError, InvalidArgumentError for what was asked.
 * @throws FeatureMismatchError, UnseenCategoryError for an eval set or continued model that does not fit.
 * @throws TrainingAbortedError when the signal fired. @throws XGBoostError when the library refuses.
 * @throws NestedTrainingError when called inside another training's callback.
 * @see https://xgboost.readthedocs.io/en/stable/python/python_api.html#xgboost.train
 */
export function train(params: TrainParams, data: DMatrix, options: TrainOptions): TrainResult {
  checkTrainOptions(options);
  const stopping =
    options.earlyStopping === undefined ? undefined : earlyStopping(options.earlyStopping);
  const matrices = [data, ...(options.evals ?? []).map((set) => set.data)];
  const result = oneAtATime(matrices, () => runTraining(params, data, options, stopping));
  return {
    ...result,
    [Symbol.dispose]: () => {
      result.booster.dispose();
    },
  };
}
