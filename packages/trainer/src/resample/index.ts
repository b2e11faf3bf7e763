export { checkFeatures, type FeatureColumn } from './feature-columns.ts';
export { classSizes } from './class-rows.ts';
export { classTargets } from './class-targets.ts';
export { rowWeights, type ClassWeight } from './class-weights.ts';
export { ResampleError } from './resample-error.ts';
export { resample, type Resampled } from './resample.ts';
export type { ResampleMethod, ResampleSettings } from './settings.ts';
export type { SyntheticRows } from './smote.ts';
