import { csvLine, csvLines } from '../report/index.ts';
import type { SplitPlan } from '../sweep/split-plan.ts';

/**
 * `row,fold,score` (`score_0,score_1 …` of several classes): the training part, each row as a model that did not see it scores
 * it, fold after fold. Rows are 0-based data rows of the file; their labels stay at home.
 *
 * @param scores in that order, `rows × outputs`
 */
export function oofTable(
  split: SplitPlan,
  scores: Float32Array,
  fileRows: Int32Array | undefined,
): string {
  const rows = split.folds.flatMap(({ validation }, fold) =>
    Array.from(validation, (row) => ({ row: fileRows?.[row] ?? row, fold })),
  );
  const outputs = scores.length / rows.length;
  const names = Array.from({ length: outputs }, (_, output) =>
    outputs === 1 ? 'score' : `score_${output}`,
  );
  return csvLines([
    csvLine(['row', 'fold', ...names]),
    ...rows.map(({ row, fold }, at) =>
      csvLine([row, fold, ...scores.subarray(at * outputs, (at + 1) * outputs)]),
    ),
  ]);
}

/** The scores of such a table, in its order. @throws {RangeError} when it is not one */
export function readOofScores(text: string): Float32Array {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const outputs = header.split(',').length - 2;
  const scores = lines.flatMap((line) => line.split(',').slice(2).map(Number));
  const sound = header.startsWith('row,fold,score') && scores.length === lines.length * outputs;
  if (!sound || scores.some(Number.isNaN)) throw new RangeError('oof.csv holds no scores');
  return Float32Array.from(scores);
}
