export { MlflowClient } from './client.ts';
export type { WaitingEvent } from './http/waiting.ts';
export type { ClientOptions } from './options/client-options.ts';

export { ArtifactStore } from './artifacts/store.ts';
export type { ArtifactInfo, TransferOptions } from './artifacts/listing.ts';

export type { Call } from './call/call.ts';
export { collect } from './call/collect.ts';
export { CREATE_KEY_TAG } from './call/create-once.ts';
export type { AnswerOf, CallOptions, PathOf, RequestOf, Schemas, Verb } from './call/operation.ts';

export { AppendOnlyLog, type LogOptions } from './log/append-only.ts';
export type { LogReport } from './log/recover.ts';
export { readLog, type ReadLogOptions } from './log/read-log.ts';

export type { ModelIdentity } from './models/locate-model.ts';
export { ModelUriError } from './errors/model-uri-error.ts';
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
export {
  checkAlias,
  checkExperimentName,
  checkKey,
  checkLoggedModelName,
  checkRegisteredModelName,
} from './wire/names.ts';
export { paramString, type ParamValue } from './wire/param-string.ts';

export * from './errors/index.ts';
