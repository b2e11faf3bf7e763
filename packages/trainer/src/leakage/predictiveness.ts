import type { Column } from '@xgflow/data';
import { evaluate, UndefinedMetricError } from '../metrics/index.ts';

type Numbers = Float64Array;

/**
 * How well a column alone ranks the rows: the ROC AUC of its values, of its levels' shares of positives, or of
 * whether its cell is missing, whichever is largest; turned to be at least 0.5.
 */
export function predictiveness(column: Column, labels: Uint8Array): number {
  const missing = Float64Array.from(labels, (_, row) => (isMissing(column, row) ? 1 : 0));
  const scores = column.kind === 'numeric' ? filled(column.values) : levelShares(column, labels);
  return Math.max(...[missing, scores].map((score) => area(labels, score)));
}

function isMissing(column: Column, row: number): boolean {
  return column.kind === 'numeric'
    ? Number.isNaN(column.values[row] ?? NaN)
    : (column.codes[row] ?? -1) < 0;
}

/** Missing values rank lowest: a tree may send them either way, which `missing` looks at. */
function filled(values: Numbers): Numbers {
  return values.map((value) => (Number.isNaN(value) ? -Number.MAX_VALUE : value));
}

/**
 * Each row's level by its share of positives among the rows of the other half (even and odd rows), so that a level
 * seen once does not know its own label.
 */
function levelShares(
  { codes, levels }: Extract<Column, { kind: 'categorical' }>,
  labels: Uint8Array,
): Numbers {
  const size = levels.length + 1;
  const rows = new Float64Array(2 * size);
  const positives = new Float64Array(2 * size);
  const place = (row: number, half: number): number => half * size + (codes[row] ?? -1) + 1;
  labels.forEach((label, row) => {
    const at = place(row, row % 2);
    rows[at] = (rows[at] ?? 0) + 1;
    positives[at] = (positives[at] ?? 0) + label;
  });
  const base = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  return Float64Array.from(labels, (_, row) => {
    const at = place(row, 1 - (row % 2));
    return ((positives[at] ?? 0) + base) / ((rows[at] ?? 0) + 1);
  });
}

function area(labels: Uint8Array, scores: Numbers): number {
  try {
    const { roc_auc: auc } = evaluate(['roc_auc'], labels, scores);
    return Math.max(auc, 1 - auc);
  } catch (error) {
    if (error instanceof UndefinedMetricError) return 0.5;
    throw error;
  }
}
