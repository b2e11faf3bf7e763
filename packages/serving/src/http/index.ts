export { serveModel, type ModelServer } from './serve-model.ts';
export { logLevels, type LogLevel, type ServeOptions } from './serve-options.ts';
export { directorySource, registrySource, type ModelSource } from '../live/model-source.ts';
export type { ModelIdentity } from '../live/model-identity.ts';
