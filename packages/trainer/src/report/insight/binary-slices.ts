import { normalQuantile, wilsonInterval } from '../../metrics/wilson-interval.ts';
import type { ScoredRows } from '../scored-rows.ts';
import { namedShare } from './named-share.ts';
import type { NamedShare } from './named-share.ts';
import { slicesOf } from './sliced-columns.ts';
import type { SlicedColumns, SliceName } from './sliced-columns.ts';

/**
 * How a binary model does on the test rows that have something in common. Everything behind `rows` is null
 * in a slice of fewer than 30 rows, a rate also where it has no denominator.
 */
export type BinarySlice = SliceName &
  Readonly<{
    positives: number | null;
    /** Rows decided positive. */
    flagged: number | null;
    /** Rows decided positive that are. */
    caught: number | null;
    mean_predicted: number | null;
  }> &
  NamedShare<'precision' | 'recall' | 'false_positive_rate' | 'f1'> &
  Readonly<{
    /** Not even a 99.9 % interval of this slice's F1 reaches the F1 of all rows. */
    clearly_worse: boolean;
  }>;

export interface BinarySlicing extends SlicedColumns {
  readonly scored: ScoredRows;
  /** A row is decided positive above it. Default 0.5. */
  readonly threshold?: number;
}

/** Every slice of every column, in the columns' order. */
export function binarySlices(input: BinarySlicing): BinarySlice[] {
  const { rows, scored, threshold = 0.5 } = input;
  const everyone = Array.from(rows, (_, position) => position);
  const overall = f1Of(countRows(everyone, scored, threshold));
  return slicesOf(input, (members, told) =>
    figures(countRows(members, scored, threshold), overall, told),
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

function figures(
  counts: Counts,
  overall: number,
  told: boolean,
): Omit<BinarySlice, keyof SliceName> {
  const { rows, positives, flagged, caught, predicted } = counts;
  const rate = <Name extends string>(name: Name, part: number, whole: number) =>
    namedShare(name, part, told ? whole : 0);
  const hits = f1Trials(counts);
  const atMost = asF1(wilsonInterval(caught, hits, normalQuantile.of999).high);
  const known = (value: number): number | null => (told ? value : null);
  return {
    positives: known(positives),
    flagged: known(flagged),
    caught: known(caught),
    mean_predicted: known(predicted / rows),
    ...rate('precision', caught, flagged),
    ...rate('recall', caught, positives),
    ...rate('false_positive_rate', flagged - caught, rows - positives),
    ...namedShare('f1', caught, told ? hits : 0, asF1),
    clearly_worse: told && hits > 0 && atMost < overall,
  };
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
