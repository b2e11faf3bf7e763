export { ConfigError } from './config-error.ts';
export { configHash } from './config-hash.ts';
export { loadSweepConfig, parseSweepConfig } from './load-sweep-config.ts';
export type { LoadedSweepConfig, LoadSweepConfigOptions } from './load-sweep-config.ts';
export type { ResolvedConfig, ResolvedVariant } from './resolved-config.ts';
export { objectivesOf } from './objectives-of.ts';
export { taskOf } from './resolved-config.ts';
export { toJsonSchema } from './sweep-file.ts';
