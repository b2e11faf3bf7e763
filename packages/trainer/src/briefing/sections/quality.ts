import type { Briefing } from '../briefing.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { pageTable } from '../page/table.ts';
import type { TaskStory } from '../tasks/task-story.ts';
import { measured, measuredRange, measures } from '../words/measures.ts';
import { count } from '../words/numbers.ts';

/** How good the best variant is on the test cases. */
export async function quality({ best, data }: Briefing, story: TaskStory): Promise<Html> {
  const rows = data.facts.get('test_rows');
  return html`<section>
    <h2>How good it is</h2>
    <p>
      Everything in this chapter comes from ${rows === undefined ? 'the' : count(rows)} test cases
      that ${best.run.variant} never saw while it was made. Another set of as many cases would give
      somewhat other numbers: the 95 % intervals say how far off they may be.
    </p>
    ${await story.quality()} ${measureTable(best, story)}
  </section>`;
}

function measureTable({ run }: Briefing['best'], story: TaskStory): Html {
  const rows = story.measures.flatMap((name) => {
    const value = run.metrics[`test_${name}`];
    if (value === undefined) return [];
    const [low, high] = [run.metrics[`test_${name}_ci_low`], run.metrics[`test_${name}_ci_high`]];
    return [
      [
        html`<b>${name}</b><br /><small>${measures[name].meaning}</small>`,
        measured(name, value),
        measuredRange(name, low, high),
      ],
    ];
  });
  return html`<h3>The usual measures</h3>
    ${pageTable(
      'The usual measures',
      [
        { title: 'measure' },
        { title: 'test cases', number: true },
        { title: '95 % interval', number: true },
      ],
      rows,
    )}
    ${story.measuresNote}`;
}
