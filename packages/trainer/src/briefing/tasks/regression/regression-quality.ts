import type { RegressionFindings, ValueDecile } from '../../findings.ts';
import { renderFigure } from '../../page/figure.ts';
import { html } from '../../page/html.ts';
import type { Html } from '../../page/html.ts';
import { pageTable } from '../../page/table.ts';
import { amount, count, percent } from '../../words/numbers.ts';
import { coverageByDecile, meansByDecile } from './decile-pictures.ts';
import type { FittedFor } from './fitted-for.ts';
import { predictedAgainstActual } from './predicted-picture.ts';
import { residualsByDecile } from './residual-picture.ts';

interface Words extends FittedFor {
  readonly target: string;
  /** Name of its column. */
  readonly exposure: string | undefined;
}

/** Where the predictions lie, whether they are right at both ends, and how far they scatter. */
export async function regressionQuality(
  { cells, deciles }: RegressionFindings,
  words: Words,
): Promise<Html> {
  const { quantile, target } = words;
  return html`<div class="figures">
      ${
        cells.length === 0
          ? undefined
          : await renderFigure({
              id: 'predicted',
              spec: predictedAgainstActual(cells, target),
              alt: `How many cases were predicted about so and came about so, by ${target}`,
              caption: `Each cell is a number of cases, the darker the more. ${quantile === undefined ? 'On the dashed line the prediction is right; above it more came, below it less.' : `Above the dashed line more came than predicted: a quantile of ${percent(quantile)} leaves ${percent(1 - quantile)} of the cases there.`}`,
            })
      }
      ${deciles.length === 0 ? undefined : await decileFigure(deciles, words)}
      ${
        deciles.length === 0
          ? undefined
          : await renderFigure({
              id: 'residuals',
              spec: residualsByDecile(deciles, target),
              alt: `How far off the predictions of ${target} are, from low to high predictions`,
              caption:
                'How far what came lies from the prediction: 80 of 100 cases within the bar, the dot is the middle one. Above 0 more came than predicted.',
            })
      }
    </div>
    ${deciles.length === 0 ? undefined : decileTable(deciles, words)}`;
}

function decileFigure(
  deciles: readonly ValueDecile[],
  { exposure, quantile, target }: Words,
): Promise<Html> {
  if (quantile !== undefined) {
    return renderFigure({
      id: 'coverage',
      spec: coverageByDecile(deciles, quantile),
      alt: 'The share of cases that are not above the prediction, from low to high predictions',
      caption: `Is it a quantile everywhere? Bars: the share of cases that are not above the prediction; dashed: the ${percent(quantile)} asked for.`,
    });
  }
  const per = exposure === undefined ? 'case' : `unit of ${exposure}`;
  return renderFigure({
    id: 'deciles',
    spec: meansByDecile(deciles, target),
    alt: `Mean ${target} predicted and come, from low to high predictions`,
    caption: `Is it right at both ends? The cases by tenths of the prediction, lowest first: what came (solid) and what was predicted (dashed), the mean of a ${per}.`,
  });
}

function decileTable(deciles: readonly ValueDecile[], { quantile }: Words): Html {
  const last =
    quantile === undefined
      ? {
          title: 'actual / expected',
          of: ({ ratio }: ValueDecile) => (Number.isFinite(ratio) ? ratio.toFixed(2) : '–'),
        }
      : { title: 'not above', of: ({ covered }: ValueDecile) => percent(covered) };
  return html`<h3>From the lowest predictions to the highest</h3>
    ${pageTable(
      'The tenths of the predictions',
      [
        { title: 'tenth' },
        { title: 'cases', number: true },
        { title: 'predicted', number: true },
        { title: 'came', number: true },
        { title: last.title, number: true },
      ],
      deciles.map((decile) => [
        String(decile.decile),
        count(decile.rows),
        amount(decile.expected),
        amount(decile.actual),
        last.of(decile),
      ]),
    )}`;
}
