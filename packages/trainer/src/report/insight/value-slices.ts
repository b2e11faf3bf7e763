import type { Interval } from '../../metrics/percentile.ts';
import { meanInterval, ratioInterval } from '../../metrics/ratio-interval.ts';
import { normalQuantile, wilsonInterval } from '../../metrics/wilson-interval.ts';
import type { PredictedValues } from '../predicted-values.ts';
import { namedShare } from './named-share.ts';
import type { NamedShare } from './named-share.ts';
import { sliceError } from './slice-error.ts';
import type { SliceMetric } from './slice-error.ts';
import { slicesOf } from './sliced-columns.ts';
import type { SlicedColumns, SliceName } from './sliced-columns.ts';

/**
 * How a regression does on the test rows that have something in common. Everything behind `rows` is null in
 * a slice of fewer than 30 rows; intervals are of 95 %.
 */
export type ValueSlice = SliceName &
  Readonly<{
    /** Sum of the exposures; the rows where there is none. */
    exposure: number | null;
    /** Per unit of exposure, as is what is predicted. */
    mean_actual: number | null;
    mean_predicted: number | null;
    /** Actual over expected; null also of a quantile, and where a target is below 0. */
    ae_ratio: number | null;
    ae_ratio_low: number | null;
    ae_ratio_high: number | null;
    /** Actual − predicted; null also of a quantile. */
    mean_residual: number | null;
    mean_residual_low: number | null;
    mean_residual_high: number | null;
  }> &
  // Of a quantile alone: the share of rows that are not above it.
  NamedShare<'covered'> &
  Readonly<{
    /** What `error` is: the sweep's metric, or RMSE for R², which has no meaning within a group. */
    metric: string;
    error: number | null;
    error_low: number | null;
    error_high: number | null;
    /** Not even a 99.9 % interval of this slice's error reaches that of all rows. */
    clearly_worse: boolean;
    /** Predicted too high or too low on average (of a quantile: too seldom or too often): a 99.9 % interval says so. */
    clearly_off: '' | 'too high' | 'too low';
  }>;

export interface ValueSlicing extends SlicedColumns {
  readonly values: PredictedValues;
  readonly metric: SliceMetric;
  /** Share of the targets that a prediction is meant to exceed, where the objective is a quantile. */
  readonly quantile?: number | undefined;
}

/** Every slice of every column, in the columns' order. */
export function valueSlices(input: ValueSlicing): ValueSlice[] {
  const everyone = Array.from(input.rows, (_, position) => position);
  const overall = sliceError(take(input.values, everyone), input.metric).value;
  return slicesOf(input, (members, told) => {
    const metric = input.metric.name;
    if (!told) return { ...untold, metric };
    const own = take(input.values, members);
    const error = sliceError(own, input.metric);
    const atLeast = sliceError(own, input.metric, 0.999).low;
    return {
      ...levels(own),
      ...(input.quantile === undefined ? totals(own) : covers(own, input.quantile)),
      metric,
      error: finite(error.value),
      error_low: finite(error.low),
      error_high: finite(error.high),
      clearly_worse: atLeast > overall,
    };
  });
}

interface OwnValues {
  readonly labels: Float64Array;
  readonly scores: Float64Array;
  /** 1 a row where there is none. */
  readonly exposure: Float64Array;
}

function take(
  { labels, scores, exposure }: PredictedValues,
  members: readonly number[],
): OwnValues {
  const pick = (from: ArrayLike<number> | undefined): Float64Array =>
    Float64Array.from(members, (row) => from?.[row] ?? 1);
  return { labels: pick(labels), scores: pick(scores), exposure: pick(exposure) };
}

const noTotals = {
  ae_ratio: null,
  ae_ratio_low: null,
  ae_ratio_high: null,
  mean_residual: null,
  mean_residual_low: null,
  mean_residual_high: null,
};
const notCovered = { covered: null, covered_low: null, covered_high: null };
const untold = {
  ...{ exposure: null, mean_actual: null, mean_predicted: null },
  ...noTotals,
  ...notCovered,
  ...{ error: null, error_low: null, error_high: null },
  clearly_worse: false,
  clearly_off: '',
} as const;

function levels({ labels, scores, exposure }: OwnValues) {
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const whole = sum(exposure);
  return {
    exposure: whole,
    mean_actual: sum(labels) / whole,
    mean_predicted: sum(scores) / whole,
  };
}

/** The residual decides, not the ratio: it has an interval also where the predictions add up to little. */
function totals({ labels, scores }: OwnValues) {
  const residuals = labels.map((label, row) => label - (scores[row] ?? 0));
  const residual = meanInterval(residuals);
  const hasRatio = labels.every((label) => label >= 0);
  const ratio = hasRatio ? ratioInterval(labels, scores) : { value: NaN, low: NaN, high: NaN };
  return {
    ae_ratio: finite(ratio.value),
    ae_ratio_low: finite(ratio.low),
    ae_ratio_high: finite(ratio.high),
    mean_residual: residual.value,
    mean_residual_low: residual.low,
    mean_residual_high: residual.high,
    ...notCovered,
    clearly_off: offBy(meanInterval(residuals, 0.999), 0),
  };
}

function covers({ labels, scores }: OwnValues, quantile: number) {
  const covered = labels.filter((label, row) => label <= (scores[row] ?? 0)).length;
  const { low, high } = wilsonInterval(covered, labels.length, normalQuantile.of999);
  return {
    ...noTotals,
    ...namedShare('covered', covered, labels.length),
    // More covered than asked for: the predictions are too high.
    clearly_off: offBy({ low: -high, high: -low }, -quantile),
  };
}

/** @param interval of what is too low when it is above the target */
function offBy({ low, high }: Interval, target: number): ValueSlice['clearly_off'] {
  if (low > target) return 'too low';
  return high < target ? 'too high' : '';
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
