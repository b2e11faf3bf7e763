import type { SliceName } from '../../report/index.ts';
import type { Briefing } from '../briefing.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { pageTable } from '../page/table.ts';
import type { GroupRate, GroupStory, JudgedGroup } from '../tasks/group-story.ts';
import { count, listOf } from '../words/numbers.ts';

/** How the model treats the groups of the sensitive columns; nothing where the sweep file names none. */
export function sensitiveGroups({ config }: Briefing, groups: GroupStory): Html | undefined {
  if (config.sensitive.length === 0) return undefined;
  const used =
    config.sensitive_use === 'slices_only' ? 'The model does not see them' : 'The model uses them';
  return html`<section>
    <h2>Sensitive columns</h2>
    <p>
      ${used}: ${listOf(config.sensitive)}. Equal treatment has several meanings, which exclude each
      other where the groups differ; here are the rates that they are made of. What gap is too large
      is for people to decide.
    </p>
    ${config.sensitive.map((column) => groupsOf(column, groups))}
  </section>`;
}

function groupsOf(column: string, { judged, rates, sensitiveColumns, small }: GroupStory): Html {
  const own = judged.filter((group) => group.column === column);
  const few = small.filter((group) => group.column === column);
  const blanks = sensitiveColumns.slice(1).map(() => '');
  const name = ({ slice }: SliceName): Html => html`<b>${slice}</b>`;
  const gaps = rates.flatMap((rate, place) => gap(rate, place, own) ?? []);
  return html`<h3>${column}</h3>
    ${pageTable(
      `Groups by ${column}`,
      [{ title: 'group' }, { title: 'cases', number: true }, ...sensitiveColumns],
      [
        ...own.map((group) => [name(group), count(group.rows), ...group.sensitiveCells]),
        ...few.map((group) => [name(group), count(group.rows), 'too few', ...blanks]),
      ],
    )}
    ${
      gaps.length === 0
        ? undefined
        : html`<p>Largest gaps:</p>
            <ul>
              ${gaps}
            </ul>`
    }`;
}

/** The distance between the group with the highest rate and the one with the lowest. */
function gap(rate: GroupRate, place: number, groups: readonly JudgedGroup[]): Html | undefined {
  const known = groups
    .map(({ slice, rates }) => ({ slice, value: rates[place] ?? NaN }))
    .filter(({ value }) => Number.isFinite(value))
    .toSorted((a, b) => a.value - b.value);
  const [low, high] = [known[0], known.at(-1)];
  if (!low || !high || known.length < 2) return undefined;
  return html`<li>
    ${rate.name}: <b>${rate.distance(low.value, high.value)}</b>, from ${rate.text(low.value)}
    (${low.slice}) to ${rate.text(high.value)} (${high.slice})
  </li>`;
}
