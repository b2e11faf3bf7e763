import { approximateMode } from './approximate-mode.ts';
import { groupByClass } from './class-groups.ts';
import { codeAsName } from './class-name.ts';
import type { ClassName } from './class-name.ts';
import { RandomState } from './random-state.ts';
import { SplitError } from './split-error.ts';

/** Row numbers of both parts, in the order that scikit-learn gives them (shuffled, not sorted). */
export interface TrainTestSplit {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

export interface TrainTestSplitOptions {
  /** Number of rows. */
  readonly n: number;
  /** Share of the rows that becomes the test part, in (0, 1); rounded up to whole rows. */
  readonly testSize: number;
  /** Integer from 0 to 2³² − 1. */
  readonly seed: number;
  /** A class code per row: both parts then keep the shares of the classes. Default: not stratified. */
  readonly stratify?: ArrayLike<number>;
  /** What messages call a class. Default: its code. */
  readonly nameOf?: ClassName;
}

/**
 * Divides rows into a training and a test part, index for index as scikit-learn's
 * `train_test_split(range(n), test_size=testSize, random_state=seed, stratify=stratify)`.
 *
 * @throws {SplitError} if a part would be empty, or a class is too small to be in both parts.
 */
export function trainTestSplit(options: TrainTestSplitOptions): TrainTestSplit {
  const { n, testSize, seed, stratify, nameOf = codeAsName } = options;
  if (!(testSize > 0 && testSize < 1)) {
    throw new SplitError(
      'test_size',
      testSize,
      `test_size ${testSize} is out of range · split.test_size · give a share between 0 and 1, such as 0.2`,
    );
  }
  const testCount = Math.ceil(testSize * n);
  const trainCount = n - testCount;
  if (trainCount < 1 || testCount < 1) {
    throw new SplitError(
      'test_size',
      testSize,
      `${n} rows with test_size ${testSize} leave no training rows · split.test_size · give more rows or a smaller test_size`,
    );
  }
  const random = new RandomState(seed);
  if (stratify) {
    return stratified(stratify, { n, trainCount, testCount, nameOf }, random);
  }
  const order = random.permutation(n);
  return { test: order.slice(0, testCount), train: order.slice(testCount) };
}

interface Counts {
  readonly n: number;
  readonly trainCount: number;
  readonly testCount: number;
  readonly nameOf: ClassName;
}

function stratified(codes: ArrayLike<number>, counts: Counts, random: RandomState): TrainTestSplit {
  const classes = groupByClass(codes);
  checkClasses(codes.length, classes, counts);
  const sizes = classes.map(({ rows }) => rows.length);
  const inTrain = approximateMode(sizes, counts.trainCount, random);
  const left = sizes.map((size, index) => size - (inTrain[index] ?? 0));
  const inTest = approximateMode(left, counts.testCount, random);

  const train: number[] = [];
  const test: number[] = [];
  classes.forEach(({ rows }, index) => {
    const order = random.permutation(rows.length);
    const toTrain = inTrain[index] ?? 0;
    const toTest = toTrain + (inTest[index] ?? 0);
    order.subarray(0, toTrain).forEach((place) => train.push(rows[place] ?? 0));
    order.subarray(toTrain, toTest).forEach((place) => test.push(rows[place] ?? 0));
  });
  return {
    train: random.permutation(Int32Array.from(train)),
    test: random.permutation(Int32Array.from(test)),
  };
}

function checkClasses(
  length: number,
  classes: readonly { code: number; rows: Int32Array }[],
  { n, trainCount, testCount, nameOf }: Counts,
): void {
  if (length !== n) {
    throw new SplitError(
      'stratify',
      length,
      `stratify has ${length} class codes for ${n} rows · stratify · give one per row`,
    );
  }
  const single = classes.find(({ rows }) => rows.length < 2);
  if (single) {
    throw new SplitError(
      'stratify',
      single.code,
      `class ${nameOf(single.code)} has 1 row and cannot be in both parts · split.stratify · turn stratify off or give more rows of it`,
    );
  }
  const smaller = Math.min(trainCount, testCount);
  if (smaller < classes.length) {
    throw new SplitError(
      'test_size',
      smaller,
      `a part of ${smaller} rows cannot hold ${classes.length} classes · split.test_size · give more rows or another test_size`,
    );
  }
}
