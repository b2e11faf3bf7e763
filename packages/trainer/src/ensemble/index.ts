export { crossFit } from './cross-fit.ts';
export { fitCombiner, type EnsembleMethod, type MemberScores } from './fit-combiner.ts';
export { rowsOfScores } from './rows-of-scores.ts';
