import { fewestRows } from '../../../report/index.ts';
import type { BinarySlice } from '../../../report/index.ts';
import { html } from '../../page/html.ts';
import type { Html } from '../../page/html.ts';
import { decimals, percent, percentRange } from '../../words/numbers.ts';
import { pointsOf, risingRange } from '../group-story.ts';
import type { GroupStory, JudgedGroup } from '../group-story.ts';

/** Groups of cases by F1, and by what is flagged, found and falsely flagged. @param overall F1 of all test cases */
export function binaryGroups(
  slices: readonly BinarySlice[],
  overall: number | undefined,
): GroupStory {
  return {
    judged: slices.filter(({ rows }) => rows >= fewestRows).map(judged),
    small: slices.filter(({ rows }) => rows < fewestRows),
    views: [
      {
        id: 'groups',
        axis: 'f1 in the group',
        labels: {},
        mark: overall,
        alt: 'The groups where the model does worst, with their intervals',
        caption: `Filled: clearly worse than over all (dashed line, f1 ${decimals(overall)}).`,
      },
    ],
    columns: [
      { title: 'positive', number: true },
      { title: 'of 100 flagged, right', number: true },
      { title: 'of 100 positive, found', number: true },
    ],
    sensitiveColumns: [
      { title: 'positive', number: true },
      { title: 'flagged', number: true },
      { title: 'of the positive, found', number: true },
      { title: 'of the others, false alarms', number: true },
    ],
    rates: ['flagged', 'found of the positive', 'false alarms among the others'].map(pointsOf),
    fault: 'does clearly worse',
    note: undefined,
  };
}

function judged(slice: BinarySlice): JudgedGroup {
  const { rows, positives, flagged, f1, f1_low: low, f1_high: high } = slice;
  const positive = percent((positives ?? NaN) / rows);
  return {
    ...slice,
    marks: slice.clearly_worse ? ['worse'] : [],
    ranges: [risingRange(f1, low, high, slice.clearly_worse)],
    cells: [positive, hundred(slice, 'precision'), hundred(slice, 'recall')],
    sensitiveCells: [
      positive,
      percent((flagged ?? NaN) / rows),
      rate(slice, 'recall'),
      rate(slice, 'false_positive_rate'),
    ],
    rates: [(flagged ?? NaN) / rows, slice.recall ?? NaN, slice.false_positive_rate ?? NaN],
  };
}

function hundred(slice: BinarySlice, name: 'precision' | 'recall'): Html {
  const value = slice[name];
  if (value === null) return html`–`;
  const [low, high] = [slice[`${name}_low`] ?? NaN, slice[`${name}_high`] ?? NaN];
  return html`${(value * 100).toFixed(0)}<br /><small
      >${(low * 100).toFixed(0)} to ${(high * 100).toFixed(0)}</small
    >`;
}

function rate(slice: BinarySlice, name: 'recall' | 'false_positive_rate'): Html {
  const range = percentRange(slice[`${name}_low`] ?? undefined, slice[`${name}_high`] ?? undefined);
  return html`${percent(slice[name] ?? undefined)}<br /><small>${range}</small>`;
}
