export { Codec } from './codec/codec.ts';
export { codecOfBooster } from './codec/codec-of-booster.ts';
export type { CodecJson } from './codec/codec-json.ts';
export type { Encoded } from './codec/encoded.ts';
export type { RecordOptions, RowOptions } from './codec/encode-records.ts';
export type { CategoricalFeature, Feature, NumericFeature } from './codec/feature.ts';

export { writeModelDirectory, type WrittenModel } from './mlmodel/write-model-directory.ts';
export type { ModelDescription, ModelTarget } from './mlmodel/model-description.ts';
export type { ModelRecord } from './mlmodel/model-record.ts';
export { packageVersion } from './mlmodel/package-version.ts';
export type { PredictionKind } from './mlmodel/objective.ts';

export { ModelError } from './errors/model-error.ts';
export { BadFieldError } from './errors/bad-field-error.ts';
export { BestIterationError } from './errors/best-iteration-error.ts';
export { CodecError } from './errors/codec-error.ts';
export { CorruptModelError } from './errors/corrupt-model-error.ts';
export { DigestMismatchError } from './errors/digest-mismatch-error.ts';
export { MissingFieldError } from './errors/missing-field-error.ts';
export { ModelDirectoryError } from './errors/model-directory-error.ts';
export { UnexpectedFieldError } from './errors/unexpected-field-error.ts';
export { UnsupportedModelError } from './errors/unsupported-model-error.ts';

export { Predictor, type PredictorOptions } from './predictor/predictor.ts';
export type { Predictions } from './predictor/predictions.ts';
export type { ModelInfo } from './predictor/model-info.ts';
export type { ModelOrigin } from './mlmodel/read-mlmodel.ts';
