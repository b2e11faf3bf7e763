import type { Column } from '@xgflow/data';
import { normalQuantile, wilsonInterval } from '../../metrics/wilson-interval.ts';
import type { ScoredRows } from '../scored-rows.ts';
import { rowGroups } from './row-groups.ts';

/** Below so many rows a slice says nothing, and would say too much about single rows. */
export const fewestRows = 30;

/**
 * How a binary model does on the test rows that have something in common. Everything behind `rows` is null
 * in a slice of fewer than 30 rows, a rate also where it has no denominator.
 */
export type SliceRow = Readonly<{
  column: string;
  /** `A`, `≤ 35`, `missing`. */
  slice: string;
  /** The column is listed under `sensitive` in the sweep file. */
  sensitive: boolean;
  rows: number;
  positives: number | null;
  /** Rows decided positive. */
  flagged: number | null;
  /** Rows decided positive that are. */
  caught: number | null;
  mean_predicted: number | null;
  precision: number | null;
  precision_low: number | null;
  precision_high: number | null;
  recall: number | null;
  recall_low: number | null;
  recall_high: number | null;
  false_positive_rate: number | null;
  false_positive_rate_low: number | null;
  false_positive_rate_high: number | null;
  f1: number | null;
  f1_low: number | null;
  f1_high: number | null;
  /** Not even a 99.9 % interval of this slice's F1 reaches the F1 of all rows. */
  clearly_worse: boolean;
}>;

export interface SlicingInput {
  readonly columns: readonly Column[];
  /** Names of the sensitive ones. */
  readonly sensitive: readonly string[];
  /** The rows of the columns that were scored, in the order of `scored`. */
  readonly rows: Int32Array;
  readonly scored: ScoredRows;
  /** A row is decided positive above it. Default 0.5. */
  readonly threshold?: number;
}

/** Every slice of every column, in the columns' order. */
export function sliceRows({
  columns,
  sensitive,
  rows,
  scored,
  threshold = 0.5,
}: SlicingInput): SliceRow[] {
  const everyone = Array.from(rows, (_, position) => position);
  const overall = f1Of(countRows(everyone, scored, threshold));
  return columns.flatMap((column) =>
    rowGroups(column, rows, { fewest: fewestRows }).map(({ label, members }) => ({
      column: column.name,
      slice: label,
      sensitive: sensitive.includes(column.name),
      ...figures(countRows(members, scored, threshold), overall),
    })),
  );
}

interface Counts {
  readonly rows: number;
  readonly positives: number;
  readonly flagged: number;
  readonly caught: number;
  readonly predicted: number;
}

function countRows(
  members: readonly number[],
  { labels, scores }: ScoredRows,
  threshold: number,
): Counts {
  let [positives, flagged, caught, predicted] = [0, 0, 0, 0];
  for (const position of members) {
    const score = scores[position] ?? 0;
    const positive = labels[position] === 1;
    predicted += score;
    if (positive) positives += 1;
    if (score > threshold) flagged += 1;
    if (score > threshold && positive) caught += 1;
  }
  return { rows: members.length, positives, flagged, caught, predicted };
}

type Figures = Omit<SliceRow, 'column' | 'slice' | 'sensitive'>;

function figures(counts: Counts, overall: number): Figures {
  const { rows, positives, flagged, caught, predicted } = counts;
  const told = rows >= fewestRows;
  const rate = <Name extends string>(name: Name, part: number, whole: number) =>
    shareOf(name, part, told ? whole : 0);
  const negatives = rows - positives;
  const hits = f1Trials(counts);
  const f1 = shareOf('f1', caught, told ? hits : 0, asF1);
  const atMost = asF1(wilsonInterval(caught, hits, normalQuantile.of999).high);
  const known = (value: number): number | null => (told ? value : null);
  return {
    rows,
    positives: known(positives),
    flagged: known(flagged),
    caught: known(caught),
    mean_predicted: known(predicted / rows),
    ...rate('precision', caught, flagged),
    ...rate('recall', caught, positives),
    ...rate('false_positive_rate', flagged - caught, negatives),
    ...f1,
    clearly_worse: told && hits > 0 && atMost < overall,
  };
}

type Share<Name extends string> = Record<Name | `${Name}_low` | `${Name}_high`, number | null>;

function shareOf<Name extends string>(
  name: Name,
  part: number,
  whole: number,
  scale: (share: number) => number = (share) => share,
): Share<Name> {
  const { low, high } = wilsonInterval(part, whole);
  const values = whole > 0 ? [part / whole, low, high].map(scale) : [null, null, null];
  const names = [name, `${name}_low`, `${name}_high`];
  return Object.fromEntries(names.map((key, place) => [key, values[place] ?? null])) as Share<Name>;
}

/** Rows that are positive, decided so, or both: the ones that F1 looks at. */
function f1Trials({ positives, flagged, caught }: Counts): number {
  return positives + flagged - caught;
}

/**
 * F1 grows with the share `caught` has of {@link f1Trials} (Jaccard's index), so an interval of the share
 * is one of F1.
 */
function asF1(share: number): number {
  return (2 * share) / (1 + share);
}

function f1Of(counts: Counts): number {
  const trials = f1Trials(counts);
  return trials === 0 ? NaN : asF1(counts.caught / trials);
}
