import type { Table } from '@xgflow/data';
import { measureAlone, whySuspect } from '../../leakage/find-leaks.ts';
import type { Target } from '../../sweep/target.ts';

/** What a feature's column holds, and whether it may know the target. */
export type ColumnRow = Readonly<{
  column: string;
  kind: 'numeric' | 'categorical';
  missing: number;
  /** Of a categorical column. */
  levels: number | null;
  /** What the column alone tells of the target: ROC AUC, 0.5 to 1; with a regression correlation, 0 to 1. */
  alone: number;
  /** Why it is suspected to leak the target: `score` or `name`; empty when it is not. */
  leak: string;
}>;

/** More rows would tell the same and take their time. */
const mostRows = 20_000;

/** One line a feature. What a column alone tells is measured on 20,000 evenly spaced rows at most. */
export function columnRows(features: Table, target: Target): ColumnRow[] {
  const { rowCount } = features;
  const step = Math.max(1, rowCount / mostRows);
  const rows = Int32Array.from(
    { length: Math.min(rowCount, mostRows) },
    (_, place) => place * step,
  );
  const sample = rows.length === rowCount ? features : features.take(rows);
  const sampled = { ...target, labels: Float64Array.from(rows, (row) => target.labels[row] ?? 0) };
  return features.columns.map((column) => {
    const { strength } = measureAlone(sample.column(column.name), sampled);
    return {
      column: column.name,
      kind: column.kind,
      missing: column.missing,
      levels: column.kind === 'categorical' ? column.levels.length : null,
      alone: strength,
      leak: whySuspect(column.name, strength) ?? '',
    };
  });
}
