import { fewestRows } from '../../report/index.ts';
import type { SliceRow } from '../../report/index.ts';
import type { Briefing } from '../briefing.ts';
import { renderFigure } from '../page/figure.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { pageTable } from '../page/table.ts';
import { rangePicture } from '../pictures/ranges.ts';
import { count, counted, decimals, percent } from '../words/numbers.ts';

/** How many groups are shown. */
const shown = 12;

/** Groups of cases, those first of which it is most certain that the model does badly there. */
export async function weakSpots(briefing: Briefing): Promise<Html> {
  const { best } = briefing;
  if (best.slices.length === 0) {
    return html`<section>
      <h2>Where it fails</h2>
      <p>
        The sweep was run before its groups of cases were recorded: run it again to see them here.
      </p>
    </section>`;
  }
  const judged = best.slices.filter((slice) => slice.f1 !== null).toSorted(worstFirst);
  const small = best.slices.filter(({ rows }) => rows < fewestRows);
  const worse = judged.filter((slice) => slice.clearly_worse);
  const worst = judged.slice(0, Math.max(shown, Math.min(worse.length, 2 * shown)));
  const overall = best.run.metrics.test_f1;
  return html`<section>
    <h2>Where it fails</h2>
    <p>
      The test cases were divided by every column, one at a time:
      ${counted(judged.length, 'group')}.
      ${
        worse.length === 0
          ? 'In none of them is the model clearly worse than over all.'
          : `In ${count(worse.length)} of them the model is clearly worse than over all (marked).`
      }
      Shown are the groups of which it is most certain. With so many groups, about
      ${count(Math.max(1, Math.round(judged.length * 0.025)))} look bad by chance; a mark needs more
      than that (a 99.9 % interval).
    </p>
    ${
      worst.length === 0
        ? undefined
        : html`<div class="figures">
            ${await renderFigure({
              id: 'groups',
              spec: rangePicture({
                lines: worst.map((slice) => ({
                  label: `${slice.column}\n${slice.slice}`,
                  value: slice.f1 ?? NaN,
                  low: slice.f1_low ?? NaN,
                  high: slice.f1_high ?? NaN,
                  strong: slice.clearly_worse,
                })),
                axis: 'f1 in the group',
                mark: overall,
                width: 180,
              }),
              alt: 'The groups where the model does worst, with their intervals',
              caption: `Filled: clearly worse than over all (dashed line, f1 ${decimals(overall)}).`,
            })}
          </div>`
    }
    ${pageTable(
      [
        { title: 'group' },
        { title: 'cases', number: true },
        { title: 'positive', number: true },
        { title: 'of 100 flagged, right', number: true },
        { title: 'of 100 positive, found', number: true },
      ],
      worst.map((slice) => [
        html`${slice.column}
          <b>${slice.slice}</b
          >${slice.clearly_worse ? html` <span class="mark">worse</span>` : undefined}`,
        count(slice.rows),
        percent((slice.positives ?? NaN) / slice.rows),
        share(slice, 'precision'),
        share(slice, 'recall'),
      ]),
    )}
    ${
      small.length === 0
        ? undefined
        : html`<p>
            <small
              >${counted(small.length, 'more group')} with fewer than ${fewestRows} cases
              ${small.length === 1 ? 'is' : 'are'} too few to judge.</small
            >
          </p>`
    }
  </section>`;
}

/** The most certain first: the one whose interval ends lowest. */
function worstFirst(a: SliceRow, b: SliceRow): number {
  return (a.f1_high ?? Infinity) - (b.f1_high ?? Infinity) || b.rows - a.rows;
}

function share(slice: SliceRow, name: 'precision' | 'recall'): Html {
  const value = slice[name];
  if (value === null) return html`–`;
  const [low, high] = [slice[`${name}_low`] ?? NaN, slice[`${name}_high`] ?? NaN];
  return html`${(value * 100).toFixed(0)}<br /><small
      >${(low * 100).toFixed(0)} to ${(high * 100).toFixed(0)}</small
    >`;
}
