import type { BinarySlice, ClassSlice, ValueSlice } from '../report/index.ts';

/** How a variant or an ensemble does on the test cases, from the tables of its run; one that the run does not hold is empty. */
export type Findings = BinaryFindings | MulticlassFindings | RegressionFindings;

export interface BinaryFindings {
  readonly task: 'binary';
  /** The positive class as the target column writes it. */
  readonly positive: string;
  readonly decisions: Decisions;
  readonly gains: readonly { readonly rowsShare: number; readonly gain: number }[];
  readonly calibration: readonly {
    readonly rows: number;
    readonly predicted: number;
    readonly observed: number;
  }[];
  readonly slices: readonly BinarySlice[];
}

/** The test rows by what they are and what the model decided. */
export interface Decisions {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

export interface MulticlassFindings {
  readonly task: 'multiclass';
  /** Row by row of the confusion matrix. */
  readonly cells: readonly ClassCell[];
  readonly slices: readonly ClassSlice[];
}

export interface ClassCell {
  readonly actual: string;
  readonly predicted: string;
  readonly rows: number;
}

export interface RegressionFindings {
  readonly task: 'regression';
  /** Where the cases lie between what was predicted and what came. */
  readonly cells: readonly ValueCell[];
  /** By tenths of the predictions; means are per unit of exposure where there is one. */
  readonly deciles: readonly ValueDecile[];
  readonly slices: readonly ValueSlice[];
}

export interface ValueCell {
  readonly predicted: readonly [from: number, to: number];
  readonly actual: readonly [from: number, to: number];
  readonly rows: number;
}

/** Numbers that are not known are NaN: a quantile has no total, all others no coverage. */
export interface ValueDecile {
  readonly decile: number;
  readonly rows: number;
  readonly expected: number;
  readonly actual: number;
  readonly ratio: number;
  /** Share of the cases that are not above what was predicted. */
  readonly covered: number;
  /** Actual − predicted. */
  readonly residual: {
    readonly mean: number;
    readonly p10: number;
    readonly p50: number;
    readonly p90: number;
  };
}
