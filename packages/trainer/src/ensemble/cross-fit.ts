import { combineScores } from '@xgflow/model';
import { fitCombiner } from './fit-combiner.ts';
import type { EnsembleMethod, MemberScores } from './fit-combiner.ts';
import { rowsOfScores } from './rows-of-scores.ts';

/**
 * The ensemble's own out-of-fold scores: those of each fold by a combiner that was fitted on the
 * other folds, so that no row judges a combiner that has seen it.
 *
 * @param folds the fold of each row
 * @returns `rows × outputs`, row by row
 */
export function crossFit(
  method: EnsembleMethod,
  members: MemberScores,
  folds: Int32Array,
): Float32Array {
  const { outputs, scores, task } = members;
  const found = new Float32Array(folds.length * outputs);
  for (const fold of new Set(folds)) {
    const [own, others] = [
      rowsWhere(folds, (at) => at === fold),
      rowsWhere(folds, (at) => at !== fold),
    ];
    const combiner = fitCombiner(method, {
      ...members,
      labels: Float64Array.from(others, (row) => members.labels[row] ?? Number.NaN),
      scores: scores.map((all) => rowsOfScores(all, others, outputs)),
    });
    const parts = scores.map((all) => rowsOfScores(all, own, outputs));
    const combined = combineScores(combiner, task, parts, outputs);
    own.forEach((row, at) => {
      found.set(combined.subarray(at * outputs, (at + 1) * outputs), row * outputs);
    });
  }
  return found;
}

function rowsWhere(folds: Int32Array, is: (fold: number) => boolean): Int32Array {
  return Int32Array.from(folds.keys()).filter((row) => is(folds[row] ?? -1));
}
