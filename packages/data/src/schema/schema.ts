import type { Levels } from '../table/column.ts';

/** What a numeric column held in the table that the schema was inferred from. */
export interface NumericSchema {
  readonly name: string;
  readonly kind: 'numeric';
  /** `integer` where every value present was written as an integer. */
  readonly type: 'integer' | 'number';
  /** Smallest and largest value, and the median (lower one of two); null without any value. */
  readonly min: number | null;
  readonly max: number | null;
  readonly median: number | null;
  /** Share of rows without a value, 0 to 1. */
  readonly missing: number;
}

/** What a categorical column held. */
export interface CategoricalSchema {
  readonly name: string;
  readonly kind: 'categorical';
  /** Type of the levels. */
  readonly type: 'string' | 'integer';
  /** In the order of the codes. */
  readonly levels: Levels;
  /** The level of most rows (the first of equals); null without any value. */
  readonly mode: string | number | null;
  /** Share of rows without a level, 0 to 1. */
  readonly missing: number;
}

export type ColumnSchema = NumericSchema | CategoricalSchema;

/** A contract for tables: names, kinds, types and levels, in order. Plain JSON. */
export interface Schema {
  readonly version: 1;
  /** Rows of the table that it was inferred from. */
  readonly rows: number;
  readonly columns: readonly ColumnSchema[];
}
