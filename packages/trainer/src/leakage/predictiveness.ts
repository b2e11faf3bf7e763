import type { Column } from '@xgflow/data';
import { evaluate, UndefinedMetricError } from '../metrics/index.ts';
import { classAreas } from './class-areas.ts';
import { levelMeans, levelsOf } from './level-means.ts';

/**
 * How well a column alone ranks the rows of two classes: the ROC AUC of its values, of its levels' shares of positives, or
 * of whether its cell is missing, whichever is largest; turned to be at least 0.5.
 */
export function predictiveness(column: Column, labels: Float64Array): number {
  const missing = labels.map((_, row) => (isMissing(column, row) ? 1 : 0));
  const scores =
    column.kind === 'numeric' ? filled(column.values) : levelMeans(levelsOf(column), labels);
  return Math.max(...[missing, scores].map((score) => area(labels, score)));
}

/** How well a column alone tells several classes apart: the mean ROC AUC of its levels' shares of each class. */
export function classSeparation(column: Column, labels: Float64Array, classes: number): number {
  const areas = classAreas(levelsOf(column), labels, classes);
  return areas.reduce((sum, value) => sum + value, 0) / classes;
}

/** The ROC AUC, turned to be at least 0.5. */
function area(labels: Float64Array, scores: Float64Array): number {
  try {
    const { roc_auc: auc } = evaluate(['roc_auc'], labels, scores);
    return Math.max(auc, 1 - auc);
  } catch (error) {
    if (error instanceof UndefinedMetricError) return 0.5;
    throw error;
  }
}

function isMissing(column: Column, row: number): boolean {
  return column.kind === 'numeric'
    ? Number.isNaN(column.values[row] ?? NaN)
    : (column.codes[row] ?? -1) < 0;
}

/** Missing values rank lowest: a tree may send them either way, which `missing` looks at. */
function filled(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? -Number.MAX_VALUE : value));
}
