export { kFold } from './k-fold.ts';
export { RandomState } from './random-state.ts';
export { SplitError } from './split-error.ts';
export { stratifiedKFold } from './stratified-k-fold.ts';
export { trainTestSplit } from './train-test-split.ts';
