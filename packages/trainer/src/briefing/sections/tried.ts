import type { Briefing } from '../briefing.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { pageTable } from '../page/table.ts';
import type { TaskStory } from '../tasks/task-story.ts';
import { count, timeSpan } from '../words/numbers.ts';
import { spaceWords } from '../words/variant-words.ts';
import { compared } from './compared.ts';

/** What was tried, how the variants compare, which of them cannot be told apart. */
export async function tried(
  briefing: Briefing,
  story: Pick<TaskStory, 'rankingNote'>,
): Promise<Html> {
  const { config, variants } = briefing;
  const [first] = Object.values(config.variants);
  const seconds = variants.map((variant) => variant.seconds).filter(Number.isFinite);
  return html`<section>
    <h2>What was tried</h2>
    <p>
      Each variant is a search of its own: many drafts of a model, each judged by cross-validation
      on the training cases (${first?.search.folds ?? 5} times fitted on a part and judged on the
      rest). The best draft was fitted once more on all training cases, and then met the test cases
      once. All together took ${timeSpan(seconds.reduce((sum, value) => sum + value, 0))}.
    </p>
    ${pageTable(
      'The variants',
      [
        { title: 'variant, and what it does otherwise' },
        { title: 'drafts', number: true },
        { title: 'time', number: true },
      ],
      variants.map((variant, place) => [
        html`<b>${variant.name}</b
          ><br />${place === 0 ? 'the starting point' : variant.changes.join('; ') || 'the same again'}`,
        variant.members
          ? 'an ensemble'
          : html`${count(variant.trials)}${variant.failedTrials > 0 ? html`<br /><small>${count(variant.failedTrials)} failed</small>` : undefined}`,
        variant.finished ? timeSpan(variant.seconds) : 'not finished',
      ]),
    )}
    ${
      first && Object.keys(first.space).length > 0
        ? html`<p>
            <small
              >Drawn at random for every draft of the starting point:
              ${spaceWords(first.space).join('; ')}.</small
            >
          </p>`
        : undefined
    }
    ${await compared(briefing, story)}
  </section>`;
}
