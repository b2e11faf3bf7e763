import type { Table } from '@xgflow/data';
import { quantile } from '../../metrics/percentile.ts';
import { againstOthers } from './class-margins.ts';
import type { ExplainedClasses } from './class-margins.ts';
import { byStrength, contributionsOf } from './explained-rows.ts';
import type { ExplainedRows } from './explained-rows.ts';
import { rowGroups } from './row-groups.ts';

/** Effects over fewer rows would be those of single rows. */
const fewestRows = 10;

/** Most bins of a numeric feature; fewer where there are few rows. */
const mostBins = 10;

/** How a group of values of one feature moves the predictions (SHAP against value, put together). */
export type EffectRow = Readonly<{
  /** Of several classes, the one that is spoken for against the others. */
  class?: string;
  feature: string;
  /** 1 for the feature that moves predictions most. */
  rank: number;
  mean_abs: number;
  kind: 'numeric' | 'categorical';
  /** From 0, in the order of the values. */
  place: number;
  /** `≤ 35`, `A`, `missing`. */
  values: string;
  rows: number;
  /** Mean contribution to the margin, and its 10th and 90th percentile; null for fewer than 10 rows. */
  mean: number | null;
  low: number | null;
  high: number | null;
}>;

/**
 * The effects of the strongest features. No single row can be read from it: each line stands for at least
 * ten rows, or tells nothing but their number.
 *
 * @param most how many features. Default 12.
 */
export function effectRows(table: Table, explained: ExplainedRows, most = 12): EffectRow[] {
  const bins = Math.max(2, Math.min(mostBins, Math.floor(explained.rows.length / 30)));
  return byStrength(explained)
    .filter(({ meanAbs }) => meanAbs > 0)
    .slice(0, most)
    .flatMap(({ feature, meanAbs }, place) => {
      const column = table.column(feature);
      const contributions = contributionsOf(explained, feature);
      return rowGroups(column, explained.rows, { bins, fewest: fewestRows }).map(
        ({ label, members }, group): EffectRow => ({
          feature,
          rank: place + 1,
          mean_abs: meanAbs,
          kind: column.kind,
          place: group,
          values: label,
          rows: members.length,
          ...spread(members.map((position) => contributions[position] ?? NaN)),
        }),
      );
    });
}

/** The effects on some classes, one after the other. @param codes of those classes @param most features of each. Default 8. */
export function classEffectRows(
  table: Table,
  explained: ExplainedClasses,
  codes: readonly number[],
  most = 8,
): EffectRow[] {
  return codes.flatMap((code) =>
    effectRows(table, againstOthers(explained, code), most).map((row) => ({
      class: explained.classes[code] ?? '',
      ...row,
    })),
  );
}

function spread(contributions: readonly number[]): Pick<EffectRow, 'mean' | 'low' | 'high'> {
  if (contributions.length < fewestRows) return { mean: null, low: null, high: null };
  const sorted = Float64Array.from(contributions).sort();
  return {
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    low: quantile(sorted, 0.1),
    high: quantile(sorted, 0.9),
  };
}
