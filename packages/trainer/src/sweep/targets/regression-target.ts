import type { Table } from '@xgflow/data';
import { TargetError } from '../target-error.ts';
import { targetCells } from './target-cells.ts';

/** A target of numbers. */
export interface RegressionTarget {
  readonly task: 'regression';
  readonly labels: Float64Array;
}

/** The smallest target that an objective takes, and whether it itself is taken. */
const lowest: Readonly<Record<string, { readonly above: boolean }>> = {
  'reg:gamma': { above: true },
  'count:poisson': { above: false },
  'reg:tweedie': { above: false },
};

/**
 * Reads a column of numbers.
 *
 * @param objectives that it is learned with
 * @throws TargetError on a missing cell, text, one value only, or a value that an objective does not take (with its row)
 */
export function regressionTarget(
  table: Table,
  name: string,
  objectives: readonly string[],
): RegressionTarget {
  const { values: labels, categorical } = targetCells(table, name);
  if (categorical) {
    throw new TargetError(
      `the target is text · column ${name} · name a column of numbers, or say task: binary or task: multiclass`,
    );
  }
  if (labels.every((value) => value === labels[0])) {
    throw new TargetError(
      `the target is always ${labels[0] ?? 'empty'} · column ${name} · there is nothing to learn`,
    );
  }
  for (const objective of new Set(objectives)) refuseOutside(labels, name, objective);
  return { task: 'regression', labels };
}

function refuseOutside(labels: Float64Array, name: string, objective: string): void {
  const bound = lowest[objective];
  if (!bound) return;
  const row = labels.findIndex((value) => value < 0 || (bound.above && value === 0));
  if (row < 0) return;
  const wanted = bound.above ? 'above 0' : 'not below 0';
  throw new TargetError(
    `the target is ${labels[row] ?? ''} · column ${name}, data row ${row + 1} · ${objective} needs targets ${wanted}: take the row out, or choose another objective`,
  );
}
