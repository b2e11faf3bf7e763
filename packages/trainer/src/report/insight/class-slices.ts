import { MulticlassSample } from '../../metrics/multiclass/multiclass-sample.ts';
import { normalQuantile, wilsonInterval } from '../../metrics/wilson-interval.ts';
import { namedShare } from './named-share.ts';
import type { NamedShare } from './named-share.ts';
import { slicesOf } from './sliced-columns.ts';
import type { SlicedColumns, SliceName } from './sliced-columns.ts';

/**
 * How a model of several classes does on the test rows that have something in common. Everything behind
 * `rows` is null in a slice of fewer than 30 rows.
 */
export type ClassSlice = SliceName &
  Readonly<{
    /** Rows whose likeliest class is theirs. */
    right: number | null;
  }> &
  NamedShare<'accuracy'> &
  Readonly<{
    /** The class that most rows are of; of equally frequent ones the first. */
    commonest: string | null;
    /** Its share: as right would be who always named it. */
    commonest_share: number | null;
    /** The share of rows that were decided to be of that class. */
    commonest_decided: number | null;
    /** Not even a 99.9 % interval of this slice's accuracy reaches that of all rows. */
    clearly_worse: boolean;
  }>;

export interface ClassSlicing extends SlicedColumns {
  /** By code. */
  readonly classes: readonly string[];
  readonly scored: {
    /** Class codes. */
    readonly labels: ArrayLike<number>;
    /** Probability of each class, row by row. */
    readonly scores: Float32Array | Float64Array;
  };
}

/** Every slice of every column, in the columns' order; a row is decided to be of its likeliest class. */
export function classSlices(input: ClassSlicing): ClassSlice[] {
  const { classes, scored } = input;
  const { labels } = scored;
  const { decisions } = new MulticlassSample(scored);
  const isRight = (row: number): boolean => decisions[row] === labels[row];
  const all = decisions.reduce((sum, _, row) => sum + Number(isRight(row)), 0);
  const overall = all / labels.length;
  return slicesOf(input, (members, told) => {
    const rows = members.length;
    const right = members.filter(isRight).length;
    const counts = new Int32Array(classes.length);
    for (const row of members) counts[labels[row] ?? 0] = (counts[labels[row] ?? 0] ?? 0) + 1;
    const most = counts.indexOf(Math.max(...counts));
    const decided = members.filter((row) => decisions[row] === most).length;
    const known = <Value>(value: Value): Value | null => (told ? value : null);
    const atMost = wilsonInterval(right, rows, normalQuantile.of999).high;
    return {
      right: known(right),
      ...namedShare('accuracy', right, told ? rows : 0),
      commonest: known(classes[most] ?? ''),
      commonest_share: known((counts[most] ?? 0) / rows),
      commonest_decided: known(decided / rows),
      clearly_worse: told && atMost < overall,
    };
  });
}
