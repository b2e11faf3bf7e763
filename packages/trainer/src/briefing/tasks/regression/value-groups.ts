import { isMetricName } from '../../../metrics/index.ts';
import type { MetricName } from '../../../metrics/index.ts';
import { fewestRows } from '../../../report/index.ts';
import type { ValueSlice } from '../../../report/index.ts';
import { html } from '../../page/html.ts';
import type { Html } from '../../page/html.ts';
import { axisLabels, measured, measuredRange } from '../../words/measures.ts';
import { gainText } from '../../words/gain-words.ts';
import { amount } from '../../words/numbers.ts';
import type { GroupRange, GroupRate, GroupStory, JudgedGroup } from '../group-story.ts';
import { biasMeasure } from './bias-measure.ts';
import type { BiasMeasure } from './bias-measure.ts';
import type { FittedFor } from './fitted-for.ts';

/** Groups of cases by how far off predictions are, and by whether they are too high or too low. */
export function valueGroups(
  slices: readonly ValueSlice[],
  metrics: Readonly<Record<string, number>>,
  words: FittedFor & { readonly target: string; readonly exposure: string | undefined },
): GroupStory {
  const told = slices.filter(({ rows }) => rows >= fewestRows);
  const name = slices[0]?.metric ?? '';
  const metric: MetricName = isMetricName(name, 'regression') ? name : 'mae';
  const bias = biasMeasure(told, words.centre);
  const columns = [
    {
      title: `mean ${words.target}${words.exposure === undefined ? '' : ` per ${words.exposure}`}`,
      number: true,
    },
    { title: bias.title, number: true },
    { title: metric, number: true },
  ];
  return {
    judged: told.map((slice) => judged(slice, metric, bias)),
    small: slices.filter(({ rows }) => rows < fewestRows),
    views: [
      {
        id: 'groups',
        axis: `${metric} in the group`,
        labels: axisLabels(metric),
        mark: metrics[`test_${metric}`],
        alt: 'The groups where predictions are furthest off, with their intervals',
        caption: `Filled: clearly further off than over all (dashed line, ${metric} ${measured(metric, metrics[`test_${metric}`])}).`,
      },
      {
        id: 'groups-bias',
        axis: bias.axis,
        labels: bias.labels,
        mark: bias.target,
        alt: 'The groups whose predictions are too high or too low, with their intervals',
        caption: bias.caption,
      },
    ],
    columns,
    sensitiveColumns: columns,
    rates: [bias.rate, errorRate(metric)],
    fault: 'is clearly further off, too high or too low',
    note: noteOf(metric),
  };
}

/** Errors in units of the target are larger where the target is. */
function noteOf(metric: MetricName): Html | undefined {
  if (metric === 'mape' || metric === 'wape') return undefined;
  return html`${metric} grows with the amounts themselves: a group of large amounts is further off
  without being predicted worse.`;
}

function errorRate(metric: MetricName): GroupRate {
  const text = (value: number): string => measured(metric, value);
  return { name: metric, text, distance: (low, high) => gainText(metric, high - low) };
}

function judged(slice: ValueSlice, metric: MetricName, bias: BiasMeasure): JudgedGroup {
  const off = slice.clearly_off;
  const error = errorRange(slice);
  const own = bias.of(slice);
  const cells = [
    amount(slice.mean_actual),
    bias.cell(slice),
    html`${measured(metric, slice.error)}<br /><small
        >${measuredRange(metric, slice.error_low, slice.error_high)}</small
      >`,
  ];
  return {
    ...slice,
    marks: [...(slice.clearly_worse ? ['worse'] : []), ...(off === '' ? [] : [off])],
    ranges: [error, own && { ...own, strong: off !== '' }],
    cells,
    sensitiveCells: cells,
    rates: [own?.value ?? NaN, slice.error ?? NaN],
  };
}

function errorRange({
  clearly_worse: strong,
  error,
  error_low: low,
  error_high: high,
}: ValueSlice): GroupRange | undefined {
  if (error === null || low === null || high === null) return undefined;
  return { value: error, low, high, strong, order: -low };
}
