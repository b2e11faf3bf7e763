/** What the cells of one column must satisfy; missing cells satisfy all but `max_missing`. */
export interface ColumnChecks {
  /** The only values (of a numeric column) or levels (of a categorical one). */
  readonly allowed?: readonly (string | number)[] | undefined;
  /** Smallest value of a numeric column, inclusive. */
  readonly min?: number | undefined;
  /** Largest value of a numeric column, inclusive. */
  readonly max?: number | undefined;
  /** `integer`: whole numbers; `number`: a numeric column; `categorical`: a categorical one. */
  readonly type?: 'integer' | 'number' | 'categorical' | undefined;
  /** Largest share of missing cells, 0 to 1. */
  readonly max_missing?: number | undefined;
  /** No value twice. */
  readonly unique?: boolean | undefined;
}

/** What a table must satisfy. */
export interface TableChecks {
  readonly columns?: Readonly<Record<string, ColumnChecks>>;
  /** Rows equal to an earlier row in every column. Default `'allow'`. */
  readonly duplicates?: 'allow' | 'error';
}

export type CheckName = keyof ColumnChecks | 'duplicates';

/** One cell, column or row that does not satisfy a check. */
export interface Violation {
  readonly check: CheckName;
  /** Data row from 1; null for a property of the whole column. */
  readonly row: number | null;
  /** Null for a property of the whole row. */
  readonly column: string | null;
  /** The cell's value or level, the missing share, or the row it repeats. */
  readonly value: string | number;
}

/** How often one check failed in one column. */
export interface ViolationCount {
  readonly check: CheckName;
  readonly column: string | null;
  readonly count: number;
}

/** Everything found. */
export interface CheckReport {
  readonly ok: boolean;
  readonly total: number;
  /** True counts per check and column. */
  readonly counts: readonly ViolationCount[];
  /** The first violations of each check and column, up to the cap. */
  readonly violations: readonly Violation[];
}
