export { Codec } from './codec/codec.ts';
export { cellReader, type CellReader } from './codec/cell-reader.ts';
export { codecOfBooster } from './codec/codec-of-booster.ts';
export type { CodecJson } from './codec/codec-json.ts';
export type { Encoded } from './codec/encoded.ts';
export type { RecordOptions, RowOptions } from './codec/cell-source.ts';
export type { CategoricalFeature, Feature, NumericFeature } from './codec/feature.ts';

export { writeModelDirectory, type WrittenModel } from './mlmodel/write-model-directory.ts';
export type { ModelDescription } from './mlmodel/model-description.ts';
export type { ModelTarget, ModelTask } from './mlmodel/model-target.ts';
export type { ThresholdRule } from './mlmodel/threshold-rule.ts';
export type { ModelRecord } from './mlmodel/model-record.ts';
export { packageVersion } from './mlmodel/package-version.ts';
export type { PredictionKind } from './mlmodel/objective.ts';

export type { Combiner } from './ensemble/combiner.ts';
export type { EnsembleDescription, EnsembleMember } from './ensemble/ensemble-description.ts';
export { combineScores } from './ensemble/combine-scores.ts';
export { stackInputs } from './ensemble/stack-inputs.ts';

export { applyCalibration, logit, type Calibration } from './calibration/calibration.ts';

export { buildProfile, profileColumn } from './profile/build-profile.ts';
export type { ProfileInput, ScoredRows } from './profile/build-profile.ts';
export { cellOf, placeOf } from './profile/cell-of.ts';
export { addOutcome } from './profile/profile-outcomes.ts';
export { readProfile } from './profile/read-profile.ts';
export type {
  CategoricalProfile,
  ColumnProfile,
  DiscreteProfile,
  NumericProfile,
  OutcomeBins,
  ReferenceProfile,
} from './profile/reference-profile.ts';

export { ModelError } from './errors/model-error.ts';
export { BadFieldError } from './errors/bad-field-error.ts';
export { BestIterationError } from './errors/best-iteration-error.ts';
export { CodecError } from './errors/codec-error.ts';
export { CorruptModelError } from './errors/corrupt-model-error.ts';
export { DigestMismatchError } from './errors/digest-mismatch-error.ts';
export { MissingFieldError } from './errors/missing-field-error.ts';
export { ModelDirectoryError } from './errors/model-directory-error.ts';
export { ModelTargetError } from './errors/model-target-error.ts';
export { UnexpectedFieldError } from './errors/unexpected-field-error.ts';
export { UnsupportedModelError } from './errors/unsupported-model-error.ts';

export {
  freeNativeObjects,
  leaveLibraryThreads,
  LibraryThread,
  nativeObjects,
  threadInput,
  trimMemory,
  type NativeObject,
} from '@xgflow/xgboost-node';
export { Predictor } from './predictor/predictor.ts';
export type { PredictorOptions } from './predictor/load-parts.ts';
export type { Predictions } from './predictor/predictions.ts';
export type { ScoreInput } from './predictor/scorer.ts';
export type { ModelInfo } from './predictor/model-info.ts';
export type { ModelOrigin } from './mlmodel/read-mlmodel.ts';
export type { ExplanationScale } from './explain/contributions.ts';
export type { ExplainOptions, Explanation, Explanations, Reason } from './explain/explanation.ts';
