/** What was counted of a column of the current data. */
export interface Tally {
  /** Rows that were looked at. */
  readonly rows: number;
  readonly missing: number;
  /** Rows whose level the model never saw. */
  readonly unseen: number;
  /** A numeric profile's cells, a discrete one's places (values and gaps), or a categorical one's levels. */
  readonly counts: readonly number[];
  /** Rows of a known level without a count of its own. */
  readonly others: number;
  /** Levels that the model never saw, with their rows: the first twenty that came. */
  readonly newLevels: ReadonlyMap<string, number>;
  /** Of numbers; null without any. */
  readonly mean: number | null;
  readonly sd: number | null;
  /** Every row with a value has the same one. */
  readonly constant: boolean;
}
