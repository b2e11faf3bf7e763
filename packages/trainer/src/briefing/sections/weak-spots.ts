import { fewestRows } from '../../report/index.ts';
import { renderFigure } from '../page/figure.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { pageTable } from '../page/table.ts';
import { rangePicture } from '../pictures/ranges.ts';
import type { GroupStory, GroupView, JudgedGroup } from '../tasks/group-story.ts';
import { count, counted } from '../words/numbers.ts';

/** How many groups one picture shows, and each of several. */
const [shownOfOne, shownOfSeveral] = [12, 8];

/** Groups of cases, those first of which it is most certain that the model does badly there. */
export async function weakSpots(groups: GroupStory): Promise<Html> {
  const { fault, judged, small, views, note } = groups;
  if (judged.length + small.length === 0) {
    return html`<section>
      <h2>Where it fails</h2>
      <p>
        The sweep was run before its groups of cases were recorded: run it again to see them here.
      </p>
    </section>`;
  }
  const byChance = Math.max(1, Math.round(judged.length * 0.025));
  const bad = judged.filter(({ marks }) => marks.length > 0);
  const figures: Html[] = [];
  for (const [place, view] of views.entries()) figures.push(await groupFigure(view, groups, place));
  return html`<section>
    <h2>Where it fails</h2>
    <p>
      The test cases were divided by every column, one at a time:
      ${counted(judged.length, 'group')}.
      ${
        bad.length === 0
          ? `There is none in which the model ${fault}.`
          : `In ${count(bad.length)} of them the model ${fault} (marked).`
      }
      Shown are the groups of which it is most certain. With so many groups, about
      ${count(byChance)} ${byChance === 1 ? 'looks' : 'look'} bad by chance; a mark needs more than
      that (a 99.9 % interval). ${note}
    </p>
    <div class="figures">${figures}</div>
    ${groupTable(groups)}
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

/** The groups that a picture shows: the most certain faults, and all that are clear, up to twice as many. */
function worstOf({ judged, views }: GroupStory, place: number): readonly JudgedGroup[] {
  const shown = views.length > 1 ? shownOfSeveral : shownOfOne;
  const known = judged
    .filter(({ ranges }) => ranges[place] !== undefined)
    .toSorted(
      (a, b) => (a.ranges[place]?.order ?? 0) - (b.ranges[place]?.order ?? 0) || b.rows - a.rows,
    );
  const clear = known.filter(({ ranges }) => ranges[place]?.strong).length;
  return known.slice(0, Math.max(shown, Math.min(clear, 2 * shown)));
}

async function groupFigure(
  { id, alt, axis, caption, labels, mark }: GroupView,
  groups: GroupStory,
  place: number,
): Promise<Html> {
  const lines = worstOf(groups, place).flatMap(({ column, slice, ranges }) => {
    const range = ranges[place];
    return range ? [{ label: `${column}\n${slice}`, ...range }] : [];
  });
  if (lines.length === 0) return html``;
  return renderFigure({
    id,
    spec: rangePicture({ lines, axis, labels, mark, width: 180 }),
    alt,
    caption,
  });
}

/** The groups of all pictures, each once, in the order of the first picture that shows it. */
function groupTable(groups: GroupStory): Html | undefined {
  const { columns, views } = groups;
  const worst = [...new Set(views.flatMap((_, place) => worstOf(groups, place)))];
  if (worst.length === 0) return undefined;
  return pageTable(
    'Groups of cases',
    [{ title: 'group' }, { title: 'cases', number: true }, ...columns],
    worst.map(({ column, slice, rows, marks, cells }) => [
      html`${column}
        <b>${slice}</b>${marks.map((mark) => html` <span class="mark">${mark}</span>`)}`,
      count(rows),
      ...cells,
    ]),
  );
}
