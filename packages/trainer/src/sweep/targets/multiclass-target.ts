import type { Table } from '@xgflow/data';
import { TargetError } from '../target-error.ts';
import { targetCells } from './target-cells.ts';
import type { ClassLabel } from './target-cells.ts';

/** A target of several classes: a code a row, and what each code stands for. */
export interface MulticlassTarget {
  readonly task: 'multiclass';
  readonly labels: Float64Array;
  /** In ascending order, as scikit-learn's LabelEncoder sorts them. */
  readonly classes: readonly ClassLabel[];
}

/** Reads a column of three classes or more. @throws TargetError on a missing cell, or fewer classes */
export function multiclassTarget(table: Table, name: string): MulticlassTarget {
  const { values, levelOf } = targetCells(table, name);
  // Levels are sorted, but a level may have no row, and then it is no class.
  const found = [...new Set(values)].toSorted((a, b) => a - b);
  if (found.length < 3) {
    const what =
      found.length === 2 ? 'the target has two classes' : 'the target has one class only';
    const fix = found.length === 2 ? 'remove task: multiclass' : 'a classifier needs several';
    throw new TargetError(
      `${what} · column ${name} holds ${found.map(levelOf).join(' and ')} · ${fix}`,
    );
  }
  const codes = new Map(found.map((value, code) => [value, code]));
  return {
    task: 'multiclass',
    labels: values.map((value) => codes.get(value) ?? NaN),
    classes: found.map(levelOf),
  };
}
