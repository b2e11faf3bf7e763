import type { Levels } from '../table/column.ts';

/** What a column of numbers was when the contract was written. */
export interface NumericContract {
  readonly name: string;
  readonly kind: 'numeric';
  readonly type: 'integer' | 'number';
  /** Null for a column without any value. */
  readonly min: number | null;
  readonly max: number | null;
  /** Share of rows without a value, 0 to 1. */
  readonly missing: number;
}

/** What a column of levels was. */
export interface CategoricalContract {
  readonly name: string;
  readonly kind: 'categorical';
  readonly type: 'string' | 'integer';
  /** Null where there were too many to be a list: then levels are not compared. */
  readonly levels: Levels | null;
  readonly missing: number;
}

export type ColumnContract = NumericContract | CategoricalContract;

/** What a source gave when it was first pulled, kept beside the sweep file and committed by its owner. */
export interface Contract {
  readonly version: 1;
  readonly rows: number;
  readonly columns: readonly ColumnContract[];
}

/** How far a pull may be from the contract. */
export interface ContractTolerance {
  /** How far numbers may lie outside the range, as a share of its width. Default 0.1. */
  readonly range: number;
  /** How much the missing share of a column may grow, in shares of the rows. Default 0.05. */
  readonly missing: number;
  /** Whether levels that the contract does not list are a breach. Default `fail`. */
  readonly newLevels: 'fail' | 'allow';
  /** Whether columns that the contract does not list are a breach. Default `fail`. */
  readonly addedColumns: 'fail' | 'allow';
}

export const DEFAULT_TOLERANCE: ContractTolerance = {
  range: 0.1,
  missing: 0.05,
  newLevels: 'fail',
  addedColumns: 'fail',
};

/** In which way a column is not as the contract says. */
export type ContractChange =
  'removed' | 'added' | 'renamed' | 'retyped' | 'new level' | 'out of range' | 'more missing';

/** One thing that is not as the contract says. */
export interface ContractDifference {
  readonly column: string;
  readonly change: ContractChange;
  /** In words: what the contract says, and what was found. */
  readonly contract: string;
  readonly found: string;
}
