import type { Briefing } from '../briefing.ts';
import { renderFigure } from '../page/figure.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { pageTable } from '../page/table.ts';
import { calibrationCurve, gainAt, gainCurve } from '../pictures/curves.ts';
import { hundredSquares } from '../pictures/hundred.ts';
import { count, decimals, ofHundred, percent, percentRange } from '../words/numbers.ts';
import { rates } from '../words/rates.ts';
import { subject } from './in-short.ts';

/** How good the best variant is on the test cases. */
export async function quality(briefing: Briefing): Promise<Html> {
  const { best } = briefing;
  const { name, yes } = subject(briefing);
  const rate = rates(best.decisions);
  return html`<section>
    <h2>How good it is</h2>
    <p>
      Everything in this chapter comes from ${count(rate.rows)} test cases that ${name} never saw
      while it was made. Another set of as many cases would give somewhat other numbers: the 95 %
      intervals say how far off they may be.
    </p>
    <div class="figures">
      ${await renderFigure({
        id: 'flagged',
        spec: hundredSquares(rate.precision * 100),
        alt: `Of 100 flagged cases ${ofHundred(rate.precision)} are positive`,
        caption: `Of 100 flagged cases, ${ofHundred(rate.precision)} really are ${yes} (filled); the others are false alarms.`,
      })}
      ${await renderFigure({
        id: 'found',
        spec: hundredSquares(rate.recall * 100),
        alt: `Of 100 positive cases ${ofHundred(rate.recall)} are found`,
        caption: `Of 100 cases that are ${yes}, ${ofHundred(rate.recall)} are found (filled); the others are missed.`,
      })}
    </div>
    ${decisionTable(briefing)} ${metricTable(briefing)}
    <div class="figures">${await gains(briefing)} ${await calibration(briefing)}</div>
  </section>`;
}

function decisionTable(briefing: Briefing): Html {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = briefing.best.decisions;
  const { yes } = subject(briefing);
  return html`<h3>What happens to the test cases</h3>
    ${pageTable(
      [{ title: '' }, { title: 'flagged', number: true }, { title: 'not flagged', number: true }],
      [
        [
          `really ${yes}`,
          html`${count(truePositives)} found`,
          html`${count(falseNegatives)} missed`,
        ],
        [
          'really not',
          html`${count(falsePositives)} false alarms`,
          html`${count(trueNegatives)} rightly left`,
        ],
      ],
    )}`;
}

const explained = {
  precision: 'of the flagged cases, how many are positive',
  recall: 'of the positive cases, how many are flagged',
  f1: 'both of these in one number, 1 is perfect',
  accuracy: 'of all decisions, how many are right',
  roc_auc: 'how often a positive case scores above a negative one; 0.5 is chance',
} as const;

function metricTable({ best }: Briefing): Html {
  const { metrics } = best.run;
  const rows = Object.entries(explained).flatMap(([name, meaning]) => {
    const value = metrics[`test_${name}`];
    if (value === undefined) return [];
    const [low, high] = [metrics[`test_${name}_ci_low`], metrics[`test_${name}_ci_high`]];
    const share = name !== 'f1' && name !== 'roc_auc';
    return [
      [
        html`<b>${name}</b><br /><small>${meaning}</small>`,
        share ? percent(value) : decimals(value),
        share ? percentRange(low, high) : `${decimals(low)} to ${decimals(high)}`,
      ],
    ];
  });
  return html`<h3>The usual measures</h3>
    ${pageTable(
      [
        { title: 'measure' },
        { title: 'test cases', number: true },
        { title: '95 % interval', number: true },
      ],
      rows,
    )}`;
}

async function gains({ best }: Briefing): Promise<Html | undefined> {
  if (best.gains.length === 0) return undefined;
  const [ten, twenty] = [gainAt(best.gains, 0.1), gainAt(best.gains, 0.2)];
  return renderFigure({
    id: 'gain',
    spec: gainCurve(best.gains),
    alt: 'Share of the positive cases found against share of the cases looked at',
    caption: `Who looks at the 10 % of the cases with the highest scores finds ${percent(ten)} of the positive ones; at 20 %, ${percent(twenty)}. Dashed: cases in no order.`,
  });
}

async function calibration({ best }: Briefing): Promise<Html | undefined> {
  if (best.calibration.length === 0) return undefined;
  return renderFigure({
    id: 'calibration',
    spec: calibrationCurve(best.calibration),
    alt: 'Share that was positive against the probability that the model gives',
    caption:
      'Can its probabilities be taken at their word? On the dashed line, of 100 cases given 30 %, 30 are positive. Below it the model promises too much, above it too little.',
  });
}
