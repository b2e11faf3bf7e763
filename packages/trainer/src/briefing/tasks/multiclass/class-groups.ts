import { fewestRows } from '../../../report/index.ts';
import type { ClassSlice } from '../../../report/index.ts';
import { html } from '../../page/html.ts';
import type { Html } from '../../page/html.ts';
import { percent, percentRange } from '../../words/numbers.ts';
import { pointsOf, risingRange } from '../group-story.ts';
import type { GroupStory, JudgedGroup } from '../group-story.ts';

/** Groups of cases by how many of them are given the right class. @param overall accuracy of all test cases */
export function classGroups(
  slices: readonly ClassSlice[],
  overall: number | undefined,
): GroupStory {
  return {
    judged: slices.filter(({ rows }) => rows >= fewestRows).map(judged),
    small: slices.filter(({ rows }) => rows < fewestRows),
    views: [
      {
        id: 'groups',
        axis: 'share decided rightly in the group',
        labels: { format: '%' },
        mark: overall,
        alt: 'The groups where the model does worst, with their intervals',
        caption: `Filled: clearly worse than over all (dashed line, ${percent(overall)} right).`,
      },
    ],
    columns,
    sensitiveColumns: [...columns, { title: 'of 100, taken for it', number: true }],
    rates: [pointsOf('decided rightly')],
    fault: 'does clearly worse',
    note: undefined,
  };
}

const columns = [
  { title: 'of 100, right', number: true },
  { title: 'most frequent class' },
  { title: 'of 100, of it', number: true },
];

function judged(slice: ClassSlice): JudgedGroup {
  const { accuracy, accuracy_low: low, accuracy_high: high } = slice;
  const range = percentRange(low ?? undefined, high ?? undefined);
  const right: Html = html`${hundred(accuracy)}<br /><small>${range}</small>`;
  const cells = [right, slice.commonest ?? '–', hundred(slice.commonest_share)];
  return {
    ...slice,
    marks: slice.clearly_worse ? ['worse'] : [],
    ranges: [risingRange(accuracy, low, high, slice.clearly_worse)],
    cells,
    sensitiveCells: [...cells, hundred(slice.commonest_decided)],
    rates: [accuracy ?? NaN],
  };
}

function hundred(share: number | null): string {
  return share === null ? '–' : (share * 100).toFixed(0);
}
