import type { BinaryFindings, Decisions } from '../../findings.ts';
import { renderFigure } from '../../page/figure.ts';
import { html } from '../../page/html.ts';
import type { Html } from '../../page/html.ts';
import { pageTable } from '../../page/table.ts';
import { count, ofHundred, percent } from '../../words/numbers.ts';
import { calibrationCurve, gainAt, gainCurve } from './curves.ts';
import { hundredSquares } from './hundred-squares.ts';
import { rates } from './rates.ts';

/** What is flagged and found, by whom it is found first, and whether probabilities can be taken at their word. */
export async function binaryQuality(findings: BinaryFindings, yes: string): Promise<Html> {
  const rate = rates(findings.decisions);
  return html`<div class="figures">
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
    ${decisionTable(findings.decisions, yes)}
    <div class="figures">${await gains(findings)} ${await calibration(findings)}</div>`;
}

function decisionTable(decisions: Decisions, yes: string): Html {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = decisions;
  return html`<h3>What happens to the test cases</h3>
    ${pageTable(
      'What happens to the test cases',
      [
        { title: 'the case is' },
        { title: 'flagged', number: true },
        { title: 'not flagged', number: true },
      ],
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

async function gains({ gains: points }: BinaryFindings): Promise<Html | undefined> {
  if (points.length === 0) return undefined;
  const [ten, twenty] = [gainAt(points, 0.1), gainAt(points, 0.2)];
  return renderFigure({
    id: 'gain',
    spec: gainCurve(points),
    alt: 'Share of the positive cases found against share of the cases looked at',
    caption: `Who looks at the 10 % of the cases with the highest scores finds ${percent(ten)} of the positive ones; at 20 %, ${percent(twenty)}. Dashed: cases in no order.`,
  });
}

async function calibration({ calibration: bins }: BinaryFindings): Promise<Html | undefined> {
  if (bins.length === 0) return undefined;
  return renderFigure({
    id: 'calibration',
    spec: calibrationCurve(bins),
    alt: 'Share that was positive against the probability that the model gives',
    caption:
      'Can its probabilities be taken at their word? On the dashed line, of 100 cases given 30 %, 30 are positive. Below it the model promises too much, above it too little.',
  });
}
