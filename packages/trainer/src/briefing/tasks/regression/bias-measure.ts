import { amountLabels } from '../../../report/index.ts';
import type { ValueSlice } from '../../../report/index.ts';
import { html } from '../../page/html.ts';
import type { Html } from '../../page/html.ts';
import { amount, percent, percentRange } from '../../words/numbers.ts';
import { pointsOf } from '../group-story.ts';
import type { GroupRange, GroupRate } from '../group-story.ts';

/** By what it is told whether a group's predictions are too high or too low. */
export interface BiasMeasure {
  readonly title: string;
  readonly axis: string;
  /** Vega-lite: how the numbers of the axis are written. */
  readonly labels: object;
  /** What is right. */
  readonly target: number;
  readonly caption: string;
  readonly of: (slice: ValueSlice) => Omit<GroupRange, 'strong'> | undefined;
  readonly cell: (slice: ValueSlice) => Html;
  readonly rate: GroupRate;
}

/**
 * Actual over expected; what came less what was predicted, where targets may be below 0; of a quantile the share of the
 * cases that are not above it.
 */
export function biasMeasure(
  slices: readonly ValueSlice[],
  quantile: number | undefined,
): BiasMeasure {
  if (quantile !== undefined) return coverage(quantile);
  return slices.some((slice) => slice.ae_ratio === null) ? residual : ratio;
}

type Name = 'ae_ratio' | 'mean_residual' | 'covered';

/** @param apart how far a value lies above a target that may be right */
function rangeOf(
  slice: ValueSlice,
  name: Name,
  apart: (value: number) => number,
): Omit<GroupRange, 'strong'> | undefined {
  const [value, low, high] = [slice[name], slice[`${name}_low`], slice[`${name}_high`]];
  if (value === null || low === null || high === null) return undefined;
  return { value, low, high, order: -Math.max(apart(low), -apart(high)) };
}

function cellOf(slice: ValueSlice, name: Name, text: (value: number | null) => string): Html {
  const range = [slice[`${name}_low`], slice[`${name}_high`]].map(text).join(' to ');
  return html`${text(slice[name])}<br /><small>${range}</small>`;
}

const two = (value: number | null): string => value?.toFixed(2) ?? '–';

const ratio: BiasMeasure = {
  title: 'actual / expected',
  axis: 'actual / expected in the group',
  labels: {},
  target: 1,
  caption:
    'Filled: clearly too low (right of the dashed line: more came than predicted) or too high (left of it).',
  of: (slice) => rangeOf(slice, 'ae_ratio', (value) => (value > 0 ? Math.log(value) : -Infinity)),
  cell: (slice) => cellOf(slice, 'ae_ratio', two),
  rate: {
    name: 'actual / expected',
    text: two,
    distance: (low, high) => two(high - low),
  },
};

const residual: BiasMeasure = {
  title: 'came − predicted',
  axis: 'came − predicted, mean in the group',
  labels: amountLabels,
  target: 0,
  caption: ratio.caption,
  of: (slice) => rangeOf(slice, 'mean_residual', (value) => value),
  cell: (slice) => cellOf(slice, 'mean_residual', amount),
  rate: { name: 'came − predicted', text: amount, distance: (low, high) => amount(high - low) },
};

function coverage(quantile: number): BiasMeasure {
  return {
    title: 'not above',
    axis: 'share of the group not above the prediction',
    labels: { format: '%' },
    target: quantile,
    caption: `Filled: clearly too high (right of the dashed line: more than ${percent(quantile)} are not above) or too low (left of it).`,
    of: (slice) => rangeOf(slice, 'covered', (value) => value - quantile),
    cell: ({ covered, covered_low: low, covered_high: high }) =>
      html`${percent(covered ?? undefined)}<br /><small
          >${percentRange(low ?? undefined, high ?? undefined)}</small
        >`,
    rate: pointsOf('not above the prediction'),
  };
}
