import type { Briefing } from '../briefing.ts';
import { renderFigure } from '../page/figure.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { pageTable } from '../page/table.ts';
import { rangePicture } from '../pictures/ranges.ts';
import { count, decimals, timeSpan } from '../words/numbers.ts';
import { spaceWords } from '../words/variant-words.ts';

/** What was tried, how the variants compare, which of them cannot be told apart. */
export async function tried(briefing: Briefing): Promise<Html> {
  const { config, variants, comparison } = briefing;
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
      [
        { title: 'variant, and what it does otherwise' },
        { title: 'drafts', number: true },
        { title: 'time', number: true },
      ],
      variants.map((variant, place) => [
        html`<b>${variant.name}</b
          ><br />${place === 0 ? 'the starting point' : variant.changes.join('; ') || 'the same again'}`,
        html`${count(variant.trials)}${variant.failedTrials > 0 ? html`<br /><small>${count(variant.failedTrials)} failed</small>` : undefined}`,
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
    <h3>How they compare</h3>
    <div class="figures">${await comparisonFigure(briefing)}</div>
    ${pageTable(
      [
        { title: 'variant' },
        { title: `test ${comparison.metric.metric}`, number: true },
        { title: '95 % interval', number: true },
        { title: 'cross-validation', number: true },
        { title: 'as good?' },
      ],
      comparison.rows.map((row, place) => [
        html`<b>${row.variant}</b>`,
        decimals(row.run.metrics[`test_${comparison.metric.metric}`]),
        row.interval ? `${decimals(row.interval[0])} to ${decimals(row.interval[1])}` : '–',
        decimals(row.cvMean),
        place === 0 ? 'best' : row.tiesWithBest ? 'may be' : 'no',
      ]),
    )}
    <p>
      <small
        >Cross-validation is the mean over the training cases, judged when the test cases were still
        unseen.
        ${
          comparison.metric.part === 'test'
            ? 'A choice by the test cases, as here, is a little lucky by nature: expect slightly less of new cases.'
            : 'The choice here is by it, so the test cases judge without having chosen.'
        }</small
      >
    </p>
  </section>`;
}

async function comparisonFigure({ comparison }: Briefing): Promise<Html | undefined> {
  const lines = comparison.rows.flatMap((row, place) => {
    const value = row.run.metrics[`test_${comparison.metric.metric}`];
    if (value === undefined || !row.interval) return [];
    const [low, high] = row.interval;
    return [{ label: row.variant, value, low, high, strong: place === 0 }];
  });
  if (lines.length === 0) return undefined;
  return renderFigure({
    id: 'variants',
    spec: rangePicture({
      lines,
      axis: `${comparison.metric.metric} on the test cases`,
      mark: lines[0]?.value,
    }),
    alt: `The variants by ${comparison.metric.key} with their intervals`,
    caption:
      'The best variant is filled, the dashed line stands at its value. Those whose point lies within its interval may be as good: these test cases cannot tell.',
  });
}
