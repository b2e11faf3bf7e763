import type { ReportRow } from '../../report/index.ts';
import type { ScoredResult } from '../scored-result.ts';

/**
 * Every test metric on each resample of the test rows, a line a resample. All variants and ensembles of a split see
 * the same resamples in the same order, so line i of one pairs with line i of another.
 */
export function bootstrapTable({ resamples }: Pick<ScoredResult, 'resamples'>): ReportRow[] {
  const columns = Object.entries(resamples);
  const count = columns[0]?.[1].length ?? 0;
  return Array.from({ length: count }, (_, line) =>
    Object.fromEntries(columns.map(([name, values]) => [name, finite(values[line])])),
  );
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
