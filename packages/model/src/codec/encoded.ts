/** Rows as the booster's dense input. */
export interface Encoded {
  /** `rows × cols` values, row by row: numbers, level codes, NaN for missing. */
  readonly values: Float32Array;
  readonly rows: number;
  readonly cols: number;
  /** Per row, how many of its cells hold a level that the training table did not have. */
  readonly unseen: Int32Array;
  /** The same per feature; features without any are absent. */
  readonly unseenByColumn: ReadonlyMap<string, number>;
}

/** An `Encoded` being filled. */
export class EncodedBuilder {
  readonly values: Float32Array;
  readonly rows: number;
  readonly cols: number;
  readonly unseen: Int32Array;
  readonly unseenByColumn = new Map<string, number>();

  constructor(rows: number, cols: number) {
    this.rows = rows;
    this.cols = cols;
    this.values = new Float32Array(rows * cols);
    this.unseen = new Int32Array(rows);
  }

  set(row: number, col: number, value: number): void {
    this.values[row * this.cols + col] = value;
  }

  /** Stores a missing value and counts the level that the model never saw. */
  setUnseen(row: number, col: number, feature: string): void {
    this.set(row, col, Number.NaN);
    this.unseen[row] = (this.unseen[row] ?? 0) + 1;
    this.unseenByColumn.set(feature, (this.unseenByColumn.get(feature) ?? 0) + 1);
  }
}
