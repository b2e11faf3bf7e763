export type { Fold } from './fold.ts';
export { kFold } from './k-fold.ts';
export { Mt19937 } from './mt19937.ts';
export { RandomState } from './random-state.ts';
export { SplitError } from './split-error.ts';
export { stratifiedKFold } from './stratified-k-fold.ts';
export { trainTestSplit } from './train-test-split.ts';
export type { TrainTestSplit, TrainTestSplitOptions } from './train-test-split.ts';
