import type { Briefing } from '../briefing.ts';
import { renderFigure } from '../page/figure.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { pageTable } from '../page/table.ts';
import { rangePicture } from '../pictures/ranges.ts';
import type { TaskStory } from '../tasks/task-story.ts';
import type { Standing } from '../standings.ts';
import { axisLabels, measured, measuredRange } from '../words/measures.ts';
import { gainRange } from '../words/gain-words.ts';
import { ensembles } from './ensembles.ts';

/** How the variants and ensembles stand to the best one, with intervals, and which may be as good. */
export async function compared(
  briefing: Briefing,
  { rankingNote }: Pick<TaskStory, 'rankingNote'>,
): Promise<Html> {
  const { metric, standings } = briefing;
  const isPaired = standings.some(({ behind }) => behind);
  return html`<h3>How they compare</h3>
    <div class="figures">${await comparisonFigure(briefing)}</div>
    ${pageTable(
      'How the variants compare',
      [
        { title: 'variant' },
        { title: `test ${metric.metric}`, number: true },
        { title: '95 % interval', number: true },
        ...(isPaired ? [{ title: 'the best is better by', number: true }] : []),
        { title: 'cross-validation', number: true },
        { title: 'as good?' },
      ],
      standings.map((standing, place) => [
        html`<b>${standing.name}</b
          >${standing.ensemble === undefined ? undefined : html`<br /><small>ensemble</small>`}`,
        measured(metric.metric, standing.value),
        measuredRange(metric.metric, standing.interval?.[0], standing.interval?.[1]),
        ...(isPaired ? [behind(standing, briefing)] : []),
        measured(metric.metric, standing.cvMean),
        place === 0 ? 'best' : standing.ties ? 'may be' : 'no',
      ]),
    )}
    <p>
      <small
        >${
          isPaired
            ? 'All of them are judged on the same test cases, so what is hard about a case counts against all: the interval of a difference (1,000 times as many cases drawn anew from the test cases) is narrower than the two intervals beside it suggest. Where it holds 0, the two may be equally good. '
            : undefined
        }Cross-validation
        is the mean over the training cases, judged when the test cases were still unseen.
        ${
          metric.part === 'test'
            ? 'A choice by the test cases, as here, is a little lucky by nature: expect slightly less of new cases.'
            : 'The choice here is by it, so the test cases judge without having chosen.'
        }</small
      >
    </p>
    ${rankingNote ? html`<p class="warning">${rankingNote}</p>` : undefined} ${ensembles(briefing)}`;
}

function behind({ behind: gain }: Standing, { metric }: Briefing): Html {
  if (!gain) return html`–`;
  return gainRange(metric.metric, gain);
}

async function comparisonFigure({ metric, standings }: Briefing): Promise<Html | undefined> {
  const lines = standings.flatMap(({ interval, name, value }, place) => {
    if (value === undefined || !interval) return [];
    const [low, high] = interval;
    return [{ label: name, value, low, high, strong: place === 0 }];
  });
  if (lines.length === 0) return undefined;
  return renderFigure({
    id: 'variants',
    spec: rangePicture({
      lines,
      axis: `${metric.metric} on the test cases`,
      mark: lines[0]?.value,
      labels: axisLabels(metric.metric),
    }),
    alt: `The variants by ${metric.key} with their intervals`,
    caption: 'The best one is filled, the dashed line stands at its value.',
  });
}
