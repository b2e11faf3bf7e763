export { Booster } from './booster/booster.ts';
export type { ImportanceType } from './booster/importance.ts';
export type { ModelFormat } from './booster/model-bytes.ts';
export type { DensePredictOptions, InPlaceOptions } from './booster/predict-in-place.ts';
export type { Output, PredictOptions, Prediction } from './booster/prediction.ts';
export type { Callback, EvalHistory, TrainingContext } from './callbacks/callback.ts';
export { earlyStopping } from './callbacks/early-stopping.ts';
export type { EarlyStopping, EarlyStoppingOptions } from './callbacks/early-stopping.ts';
export { evaluationMonitor } from './callbacks/evaluation-monitor.ts';
export type { EvaluationMonitorOptions } from './callbacks/evaluation-monitor.ts';
export { learningRateSchedule } from './callbacks/learning-rate-schedule.ts';
export {
  freeNativeObjects,
  libraryInfo,
  nativeObjects,
  onLog,
  setLibraryPath,
  trimMemory,
} from './capi/index.ts';
export type {
  LibraryInfo,
  LogLine,
  LogListener,
  NativeObject,
  NumericArray,
} from './capi/index.ts';
export type { CategoryColumn, Column, NumericColumn } from './dmatrix/columns.ts';
export { DMatrix } from './dmatrix/dmatrix.ts';
export { checkFeatureNames } from './dmatrix/feature-info.ts';
export type { DMatrixOptions, DenseOptions, SparseOptions } from './dmatrix/dmatrix-options.ts';
export type { DenseBatch, QuantizedOptions } from './dmatrix/quantized.ts';
export type { MetaInfo, Vector } from './dmatrix/meta-info.ts';
export type { SparseRows } from './dmatrix/sparse.ts';
export { DisposedError } from './errors/disposed-error.ts';
export { FeatureMismatchError } from './errors/feature-mismatch-error.ts';
export { InUseError } from './errors/in-use-error.ts';
export { InvalidArgumentError } from './errors/invalid-argument-error.ts';
export { InvalidDataError } from './errors/invalid-data-error.ts';
export { InvalidParamError } from './errors/invalid-param-error.ts';
export { LibraryLoadError } from './errors/library-load-error.ts';
export { LibraryNotFoundError } from './errors/library-not-found-error.ts';
export { LibraryVersionError } from './errors/library-version-error.ts';
export { ModelFileError } from './errors/model-file-error.ts';
export { ModelFormatError } from './errors/model-format-error.ts';
export { NestedTrainingError } from './errors/nested-training-error.ts';
export { TrainingAbortedError } from './errors/training-aborted-error.ts';
export { UnknownParamError } from './errors/unknown-param-error.ts';
export { UnseenCategoryError } from './errors/unseen-category-error.ts';
export { UnsupportedPlatformError } from './errors/unsupported-platform-error.ts';
export { XGBoostError } from './errors/xgboost-error.ts';
export { XGBoostNodeError } from './errors/xgboost-node-error.ts';
export type { CategoryLevels, FeatureType } from './feature-type.ts';
export { serializeParams } from './params/serialize.ts';
export type { Monotone, SpecialParams, TrainParams } from './params/train-params.ts';
export { availableThreads } from './threads.ts';
export { stratifiedAssignment } from './cv/stratified-assignment.ts';
export { cv } from './cv/cv.ts';
export type { CvHistory, CvOptions, CvResult, CvRound, Fold, FoldRule } from './cv/cv-options.ts';
export { RandomState } from './random/random-state.ts';
export { train } from './train/train.ts';
export type {
  CustomMetric,
  CustomObjective,
  CustomScore,
  EvalSet,
  Gradients,
  TrainOptions,
  TrainResult,
} from './train/train-options.ts';
export { leaveLibraryThreads, LibraryThread, threadInput } from './worker/library-thread.ts';
export { trainAsync } from './worker/train-async.ts';
export type { TrainAsyncOptions } from './worker/train-async.ts';
export type { RoundReport, TableData, TrainJob } from './worker/train-job.ts';
