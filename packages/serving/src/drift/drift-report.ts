import type { Bin } from './compare/bins.ts';

/** How bad: nothing to see, a warning, drift, or too few rows to tell. */
export type Severity = 'ok' | 'warning' | 'drift' | 'unknown';

/** What a column is like now; what is most particular about it. */
export type ColumnStatus =
  | 'ok'
  | 'warning'
  | 'drift'
  /** One value only. */
  | 'constant'
  /** No rows. */
  | 'empty'
  | 'all-missing'
  | 'too-few-rows'
  /** Levels that the model never saw, more than chance brings. */
  | 'new-levels';

/** A column that was compared and judged. */
export interface ColumnDrift {
  readonly name: string;
  readonly kind: 'numeric' | 'discrete' | 'categorical';
  readonly status: ColumnStatus;
  readonly severity: Severity;
  readonly psi: number;
  /** What PSI exceeds by chance with probability alpha / number of tests. */
  readonly psiByChance: number;
  readonly jensenShannon: number;
  readonly ks: { readonly statistic: number; readonly pValue: number } | null;
  readonly chiSquare: {
    readonly statistic: number;
    readonly degreesOfFreedom: number;
    readonly pValue: number;
  } | null;
  /** Of this column alone. */
  readonly pValue: number;
  /** With all that is looked at taken into account (Holm): below alpha it is more than chance. */
  readonly adjustedPValue: number;
  /** Shares of rows without a value. */
  readonly missing: { readonly reference: number; readonly current: number };
  readonly mean: { readonly reference: number | null; readonly current: number | null };
  readonly sd: { readonly reference: number | null; readonly current: number | null };
  /** Rows with a level that the model never saw, and the first twenty such levels. */
  readonly unseenRows: number;
  readonly newLevels: Readonly<Record<string, number>>;
  readonly bins: readonly Bin[];
}

/** A metric of labelled rows beside the reference's. */
export interface MetricDrift {
  readonly metric: string;
  /** Which way is better. */
  readonly direction: 'maximize' | 'minimize' | 'toward-one';
  readonly severity: Severity;
  readonly reference: MetricEstimate;
  readonly current: MetricEstimate;
  /**
   * How much worse, as a share of the reference's value; negative where it is better. Toward 1: how many times as far
   * from 1, less one; 1.1 and 1 / 1.1 are each 0.1 worse than 1.
   */
  readonly worse: number;
  readonly adjustedPValue: number;
}

/** A value with its 95 % interval; null bounds where there is none. */
export interface MetricEstimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Whether labels still follow the predictions as they did. */
export interface CalibrationDrift {
  readonly severity: Severity;
  /**
   * Actual by expected, where expected is what the reference's rows of the same predictions had: of a
   * classifier the rows of the rarer class, of a regression the sum of the target.
   */
  readonly actualByExpected: number;
  readonly adjustedPValue: number;
  readonly bins: readonly CalibrationBin[];
}

export interface CalibrationBin {
  /** Mean prediction of the current rows. */
  readonly predicted: number | null;
  /** Mean label in the reference and now. */
  readonly reference: number | null;
  readonly current: number | null;
  readonly rows: number;
}

/** The answer of `detectDrift`. */
export interface DriftReport {
  readonly status: 'ok' | 'warning' | 'drift' | 'too-little-data';
  readonly referenceRows: number;
  readonly currentRows: number;
  /** Probability of any false alarm, and PSI's levels. */
  readonly alpha: number;
  readonly levels: { readonly warning: number; readonly drift: number };
  readonly columns: readonly ColumnDrift[];
  readonly predictions: readonly ColumnDrift[];
  /** Null without labels. */
  readonly target: ColumnDrift | null;
  readonly metric: MetricDrift | null;
  readonly calibration: CalibrationDrift | null;
  /** Rows with a label, and how many of them the metric was computed on. */
  readonly labelled: { readonly rows: number; readonly sampled: number } | null;
  /** What was left out, and why. */
  readonly notes: readonly string[];
}
