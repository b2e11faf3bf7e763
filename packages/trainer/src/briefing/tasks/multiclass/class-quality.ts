import type { MulticlassFindings } from '../../findings.ts';
import { renderFigure } from '../../page/figure.ts';
import { html } from '../../page/html.ts';
import type { Html } from '../../page/html.ts';
import { pageTable } from '../../page/table.ts';
import { count, percent, percentRange } from '../../words/numbers.ts';
import { classRates } from './class-rates.ts';
import type { Rate } from './class-rates.ts';
import { confusionPicture } from './confusion-picture.ts';
import { mixUps } from './mix-ups.ts';

/** Most mix-ups that are listed. */
const shown = 6;

/** Which class is taken for which, and how well each is recognised. */
export async function classQuality({ cells }: MulticlassFindings, target: string): Promise<Html> {
  if (cells.length === 0) return html``;
  const rates = classRates(cells);
  const most = mixUps(cells).slice(0, shown);
  return html`<div class="figures">
      ${await renderFigure({
        id: 'confusion',
        spec: confusionPicture(cells, target),
        alt: `Which ${target} is taken for which, as shares of the actual one`,
        caption:
          'A row is what the cases are, a column what they are taken for; the number is of 100 cases of the row. Dark on the diagonal is right.',
      })}
    </div>
    <h3>Each class</h3>
    ${pageTable(
      'Each class',
      [
        { title: target },
        { title: 'cases', number: true },
        { title: 'named', number: true },
        { title: 'of 100 named so, right', number: true },
        { title: 'of 100 that are, found', number: true },
      ],
      rates.map(({ name, rows, decided, precision, recall }) => [
        html`<b>${name}</b>`,
        count(rows),
        count(decided),
        rateCell(precision),
        rateCell(recall),
      ]),
    )}
    ${
      most.length === 0
        ? undefined
        : html`<h3>What is mixed up most often</h3>
            ${pageTable(
              'What is taken for what',
              [
                { title: 'is' },
                { title: 'is taken for' },
                { title: 'cases', number: true },
                { title: 'of all that are', number: true },
              ],
              most.map(({ actual, predicted, rows, share }) => [
                actual,
                predicted,
                count(rows),
                percent(share),
              ]),
            )}`
    }`;
}

function rateCell({ value, low, high }: Rate): Html {
  if (!Number.isFinite(value)) return html`–`;
  return html`${(value * 100).toFixed(0)}<br /><small>${percentRange(low, high)}</small>`;
}
