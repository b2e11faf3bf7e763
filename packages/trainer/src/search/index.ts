export { valueAt } from './draw.ts';
export { randomSearch } from './samplers/random.ts';
export { distributionProblem, spaceSize } from './space.ts';
export type { Distribution, ParamValue, Space, Trial } from './space.ts';
