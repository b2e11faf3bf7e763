import type { Briefing } from '../briefing.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import type { TaskStory } from '../tasks/task-story.ts';
import { counted, listOf } from '../words/numbers.ts';

/** The whole report in a few sentences. */
export function inShort(briefing: Briefing, { groups, headline }: TaskStory): Html {
  const { standings, metric, config, best, data } = briefing;
  const bad = groups.judged.filter(({ marks }) => marks.length > 0);
  const leaks = data.columns.filter(({ leak }) => leak !== '');
  return html`<section class="short">
    <h2>In short</h2>
    <p>
      ${counted(standings.length, 'way', 'ways')} to predict <b>${config.target}</b>
      ${standings.length === 1 ? 'was' : 'were'} tried. The best
      ${metric.part === 'test' ? 'on cases it had never seen' : 'in cross-validation'} is
      <b>${best.run.variant}</b>.
    </p>
    <ul>
      ${headline}
      <li>${ties(briefing)}</li>
      <li>
        ${
          bad.length === 0
            ? `No group of cases was found in which it ${groups.fault}.`
            : html`It ${groups.fault} in ${counted(bad.length, 'group')} of cases:
              ${listOf([...bad.slice(0, 3).map(badGroup), ...(bad.length > 3 ? ['others'] : [])])}.`
        }
      </li>
      ${
        leaks.length === 0
          ? undefined
          : html`<li class="warning">
              ${counted(leaks.length, 'column')} may know the answer beforehand:
              ${listOf(leaks.map(({ column }) => column))}. If so, every number here is too good.
            </li>`
      }
    </ul>
  </section>`;
}

/** `region north`, `region north (too low)`. */
function badGroup({ column, slice, marks }: TaskStory['groups']['judged'][number]): string {
  const others = marks.filter((mark) => mark !== 'worse');
  return `${column} ${slice}${others.length > 0 ? ` (${others.join(', ')})` : ''}`;
}

function ties({ cvChoice, metric, standings }: Briefing): Html {
  const tied = standings.filter((standing) => standing.ties);
  const [best] = standings;
  const other = metric.part === 'test' && cvChoice !== best?.name ? cvChoice : undefined;
  const choice =
    other === undefined
      ? ''
      : ` Without a look at the test cases, ${other} would have been chosen.`;
  return tied.length === 0
    ? html`${standings.length > 1 ? 'It is ahead of all the others by more than chance explains.' : 'There was nothing to compare it with.'}${choice}`
    : html`It is not shown to be better than ${listOf(tied.map(({ name }) => name))}: the difference
      is within what other test cases could have given.${choice}`;
}
