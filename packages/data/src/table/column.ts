/** Numbers as 64-bit floats; NaN is missing. */
export interface NumericColumn {
  readonly kind: 'numeric';
  readonly name: string;
  /** One value per row; NaN = missing, never infinite when read from CSV. */
  readonly values: Float64Array;
  /** Every value present was written as an integer (`7`, not `7.0`). */
  readonly integer: boolean;
  /** Rows without a value. */
  readonly missing: number;
}

/** Levels: all strings or all safe integers, each once, in the order that gives the codes. */
export type Levels = readonly string[] | readonly number[];

/** Levels by code. */
export interface CategoricalColumn {
  readonly kind: 'categorical';
  readonly name: string;
  /** Integers in numeric order or strings in code-point order, as pandas' `astype('category')`. */
  readonly levels: Levels;
  /** Index into `levels` per row; −1 = missing. */
  readonly codes: Int32Array;
  /** Rows without a level, unseen ones included. */
  readonly missing: number;
  /** Rows whose level the schema did not know and that were read as missing. */
  readonly unseen?: number;
}

export type Column = NumericColumn | CategoricalColumn;

/** Number of rows of a column. */
export function columnLength(column: Column): number {
  return column.kind === 'numeric' ? column.values.length : column.codes.length;
}
