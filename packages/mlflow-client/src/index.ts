export { MlflowClient } from './client.ts';
export type { ClientOptions } from './options.ts';

export { ArtifactStore } from './artifacts/store.ts';
export type { ArtifactInfo, TransferOptions } from './artifacts/listing.ts';

export type { Call } from './call/call.ts';
export { collect } from './call/collect.ts';
export { CREATE_KEY_TAG } from './call/create-once.ts';
export type { AnswerOf, CallOptions, PathOf, RequestOf, Schemas, Verb } from './call/operation.ts';

export { AppendOnlyLog, type LogOptions } from './log/append-only.ts';
export type { LogReport } from './log/recover.ts';

export type { ModelIdentity } from './models/locate-model.ts';
export { ModelUriError } from './models/model-uri-error.ts';
export { parseModelUri, type ModelUri } from './models/parse-model-uri.ts';
export { resolveModel, type ResolvedModel, type ResolveModelOptions } from './models/resolve.ts';

export type { Experiment } from './resources/experiment.ts';
export type { Experiments, NewExperiment } from './resources/experiments.ts';
export type { LoggedModel } from './resources/logged-model.ts';
export type { LoggedModels, NewLoggedModel } from './resources/logged-models.ts';
export type { Int64, Metric } from './resources/metric.ts';
export type { Metrics } from './resources/metrics.ts';
export type { ModelVersion } from './resources/model-version.ts';
export type { ModelVersions, NewModelVersion } from './resources/model-versions.ts';
export type { RegisteredModel } from './resources/registered-model.ts';
export type { NewRegisteredModel, RegisteredModels } from './resources/registered-models.ts';
export { metricsOf, paramsOf, tagsOf, type Run } from './resources/run.ts';
export type { MetricPoint, RunBatch } from './resources/run-batch.ts';
export type { DatasetUse } from './resources/run-inputs.ts';
export type { ModelOutput } from './resources/run-outputs.ts';
export type { RunChange } from './resources/run-update.ts';
export type { Runs, RunSearch } from './resources/runs.ts';
export type { SearchOptions } from './resources/search-options.ts';
export type { Server, ServerInfo } from './resources/server.ts';

export type { NewRun } from './runs/create-run.ts';
export { contextTags, type ContextTagOptions } from './runs/context-tags.ts';

export {
  Filter,
  where,
  type KeyedTextColumn,
  type ListedTextColumn,
  type NumberColumn,
  type TextColumn,
} from './search/filter.ts';
export { Order, orderBy, type OrderColumn } from './search/order.ts';

export { LIMITS } from './wire/limits.ts';
export { paramString, type ParamValue } from './wire/param-string.ts';

export { AbortedError } from './errors/aborted-error.ts';
export { AlreadyExistsError } from './errors/already-exists-error.ts';
export { ArtifactIntegrityError } from './errors/artifact-integrity-error.ts';
export { ArtifactLocationError } from './errors/artifact-location-error.ts';
export { ArtifactPathError } from './errors/artifact-path-error.ts';
export { AuthError } from './errors/auth-error.ts';
export { DiskFullError } from './errors/disk-full-error.ts';
export { EncodingError } from './errors/encoding-error.ts';
export { EndpointNotFoundError } from './errors/endpoint-not-found-error.ts';
export { ExperimentDeletedError } from './errors/experiment-deleted-error.ts';
export { FeatureDisabledError } from './errors/feature-disabled-error.ts';
export { ForbiddenError } from './errors/forbidden-error.ts';
export { InvalidParameterError } from './errors/invalid-parameter-error.ts';
export { LocalFileError } from './errors/local-file-error.ts';
export { LogFormatError } from './errors/log-format-error.ts';
export { LogLockedError } from './errors/log-locked-error.ts';
export { MlflowError, type MlflowErrorDetails } from './errors/mlflow-error.ts';
export { NotReadyError } from './errors/not-ready-error.ts';
export { OptionsError } from './errors/options-error.ts';
export { OutcomeUnknownError } from './errors/outcome-unknown-error.ts';
export { ParamConflictError, type ParamConflict } from './errors/param-conflict-error.ts';
export { RequestRefusedError } from './errors/request-refused-error.ts';
export { ResourceNotFoundError } from './errors/resource-not-found-error.ts';
export { ServerFaultError } from './errors/server-fault-error.ts';
export { ServerUnavailableError } from './errors/server-unavailable-error.ts';
export { UnexpectedAnswerError } from './errors/unexpected-answer-error.ts';
