import type { Table } from '@xgflow/data';
import { TargetError } from '../target-error.ts';
import { targetCells } from './target-cells.ts';
import type { ClassLabel } from './target-cells.ts';

/** A binary target: one class code a row (1 = positive), and the two classes, negative first. */
export interface BinaryTarget {
  readonly task: 'binary';
  readonly labels: Float64Array;
  readonly classes: readonly [ClassLabel, ClassLabel];
}

/**
 * Reads a column of exactly two classes. Positive is `positiveClass`, or else the class that sorts
 * last (1 of 0/1, `yes` of `no`/`yes`), as scikit-learn takes it.
 *
 * @throws TargetError on a missing cell (with its row), on one class, on more than two
 */
export function binaryTarget(table: Table, name: string, positiveClass?: ClassLabel): BinaryTarget {
  const { values, levelOf } = targetCells(table, name);
  const classes = new Set<number>();
  for (const value of values) if (classes.size <= 2) classes.add(value);
  const found = [...classes].toSorted((a, b) => a - b).map(levelOf);
  const [first, last] = found;
  if (first === undefined || last === undefined || found.length !== 2) {
    throw new TargetError(describeClasses(name, found));
  }
  const positive =
    positiveClass === undefined
      ? last
      : found.find((level) => String(level) === String(positiveClass));
  if (positive === undefined) {
    throw new TargetError(
      `positive class ${String(positiveClass)} is not in the target · column ${name} holds ${found.join(' and ')} · correct target in the sweep file`,
    );
  }
  const negative = positive === first ? last : first;
  const labels = values.map((value) => (levelOf(value) === positive ? 1 : 0));
  return { task: 'binary', labels, classes: [negative, positive] };
}

function describeClasses(name: string, found: readonly ClassLabel[]): string {
  const [only] = found;
  return found.length < 2
    ? `the target has one class only · column ${name} is ${only === undefined ? 'empty' : `always ${only}`} · a classifier needs two`
    : `the target has more than two classes · column ${name} · name a column of two classes, or say task: multiclass or task: regression`;
}
