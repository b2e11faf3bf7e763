import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import { RandomState } from '../random/random-state.ts';
import type { Fold, FoldRule } from './cv-options.ts';
import { stratifiedAssignment } from './stratified-assignment.ts';

/**
 * Folds as Python's `xgboost.cv(nfold, stratified, shuffle, seed)` makes them, rows in the same order.
 *
 * @throws InvalidArgumentError for a count or seed out of range, fewer rows than folds, labels that are no classes,
 *   or no class with a row for each fold.
 */
export function makeFolds(labels: Float32Array, rows: number, rule: FoldRule): Fold[] {
  const { count = 3, stratified = false, shuffle = true, seed = 0 } = rule;
  if (!Number.isSafeInteger(count) || count < 2 || count > rows) {
    throw new InvalidArgumentError(
      `folds.count is ${count} for ${rows} rows; give a whole number from 2 to the number of rows`,
      'folds.count',
    );
  }
  const random = new RandomState(seed);
  if (!stratified) {
    const order = shuffle
      ? random.permutation(rows)
      : Int32Array.from({ length: rows }, (_, i) => i);
    return inParts(order, count);
  }
  checkClasses(labels, count);
  const assignment = stratifiedAssignment(labels, count, random);
  const all = Array.from(assignment.keys());
  return Array.from({ length: count }, (_, fold) => ({
    train: Int32Array.from(all.filter((row) => assignment[row] !== fold)),
    test: Int32Array.from(all.filter((row) => assignment[row] === fold)),
  }));
}

/** Consecutive parts, the first of them one row longer where it does not come out even. */
function inParts(order: Int32Array, count: number): Fold[] {
  const size = Math.floor(order.length / count);
  const longer = order.length % count;
  const start = (part: number): number => part * size + Math.min(part, longer);
  return Array.from({ length: count }, (_, part) => {
    const test = order.slice(start(part), start(part + 1));
    const train = new Int32Array(order.length - test.length);
    train.set(order.subarray(0, start(part)));
    train.set(order.subarray(start(part + 1)), start(part));
    return { train, test };
  });
}

function checkClasses(labels: Float32Array, count: number): void {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const wrong =
    labels.length === 0
      ? 'the data has no labels'
      : labels.some((label) => !Number.isInteger(label))
        ? 'the labels are no classes'
        : Math.max(...sizes.values()) < count
          ? `no class has a row for each of ${count} folds`
          : undefined;
  if (wrong === undefined) return;
  throw new InvalidArgumentError(
    `stratified folds cannot be made: ${wrong}; leave folds.stratified out`,
    'folds.stratified',
  );
}
