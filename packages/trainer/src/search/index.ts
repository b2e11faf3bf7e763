export { valueAt } from './draw.ts';
export { drawTrial, randomSearch } from './samplers/random.ts';
export { distinctValues, distributionProblem, spaceSize } from './space.ts';
export type { Distribution, ParamValue, Space, Trial } from './space.ts';
