import type { Briefing } from '../briefing.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { pageTable } from '../page/table.ts';
import type { TaskStory } from '../tasks/task-story.ts';
import { count, counted, decimals, listOf, percent } from '../words/numbers.ts';

/** Columns with the most missing cells that are shown. */
const shown = 8;

/** What the model learned from, what was checked of it, and whether a column knows too much. */
export function dataAndChecks({ config, data }: Briefing, story: TaskStory): Html {
  const fact = (name: string): number => data.facts.get(name) ?? NaN;
  const rows = fact('rows');
  const gaps = data.columns
    .filter(({ missing }) => missing > 0)
    .toSorted((a, b) => b.missing - a.missing);
  const checks = Object.keys(config.checks);
  return html`<section>
    <h2>The data and its checks</h2>
    <ul>
      <li>
        ${count(rows)} cases, ${counted(data.columns.length, 'column')} to learn from; the target is
        <b>${config.target}</b>${story.target === undefined ? '' : `, ${story.target}`}.
      </li>
      <li>
        ${count(fact('train_rows'))} cases to learn from and ${count(fact('test_rows'))} to test on,
        drawn at random. They are of the same time and place: the test does not show how the model
        ages.
      </li>
      <li>
        ${
          fact('repeated_rows') > 0
            ? `${counted(fact('repeated_rows'), 'case')} ${fact('repeated_rows') === 1 ? 'repeats' : 'repeat'} an earlier one in every column to learn from; one of them may be in the training part and the other in the test.`
            : 'No case repeats another one in every column to learn from.'
        }
      </li>
      ${
        config.drop.length === 0
          ? undefined
          : html`<li>Left out by the sweep file: ${listOf(config.drop)}.</li>`
      }
      <li>
        ${
          checks.length === 0
            ? 'The sweep file asks for no checks of columns.'
            : `All checks that the sweep file asks for were passed: ${listOf(checks)}.`
        }
      </li>
    </ul>
    <h3>Does a column know the answer?</h3>
    ${leaks(data.columns, story.alone)}
    ${
      gaps.length === 0
        ? html`<p>No cell is missing.</p>`
        : html`<h3>Missing cells</h3>
            <p>
              ${counted(gaps.length, 'column')} ${gaps.length === 1 ? 'lacks' : 'lack'} values; the
              model was trained with the gaps as they are.
            </p>
            ${pageTable(
              'Missing cells',
              [
                { title: 'column' },
                { title: 'missing', number: true },
                { title: 'of all', number: true },
              ],
              gaps
                .slice(0, shown)
                .map(({ column, missing }) => [column, count(missing), percent(missing / rows)]),
            )}
            ${gaps.length > shown ? html`<p><small>and ${counted(gaps.length - shown, 'other column')}.</small></p>` : undefined}`
    }
  </section>`;
}

function leaks(columns: Briefing['data']['columns'], alone: string): Html {
  const suspects = columns.filter(({ leak }) => leak !== '');
  const strongest = columns.toSorted((a, b) => b.alone - a.alone).slice(0, 3);
  const best = strongest.map((own) => `${own.column} (${decimals(own.alone)})`);
  if (columns.length === 0) return html`<p>This was not recorded.</p>`;
  if (suspects.length === 0) {
    return html`<p>
      None is suspected. A column that was filled in after the fact would give itself away by
      predicting nearly alone (${alone}) or by its name. The strongest: ${listOf(best)}.
    </p>`;
  }
  return html`<p class="warning">
      These may have been filled in when the answer was known. If so, leave them out and run the
      sweep again: without them the numbers above will be lower, and true.
    </p>
    ${pageTable(
      'Columns that may know the answer',
      [{ title: 'column' }, { title: 'why' }, { title: 'alone', number: true }],
      suspects.map((own) => [
        own.column,
        own.leak === 'score' ? 'it predicts nearly alone' : 'its name',
        decimals(own.alone),
      ]),
    )}`;
}
