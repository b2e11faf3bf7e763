import { wilsonInterval } from '../../../metrics/wilson-interval.ts';
import type { RegressionFindings } from '../../findings.ts';
import { html } from '../../page/html.ts';
import type { Html } from '../../page/html.ts';
import { measured, measuredRange } from '../../words/measures.ts';
import { count, ofHundred, percentRange } from '../../words/numbers.ts';
import type { MetricName } from '../../../metrics/index.ts';
import type { FittedFor } from './fitted-for.ts';

type Metrics = Readonly<Record<string, number>>;

/** How far off predictions are, and whether their total is right; of a quantile, how many cases stay below it. */
export function regressionHeadline(
  metrics: Metrics,
  findings: RegressionFindings,
  { objective, quantile, target }: FittedFor & { readonly target: string },
): Html[] {
  if (quantile !== undefined)
    return [...coverage(findings, quantile, target), pinball(metrics, target)];
  // Of targets below 0 a total may be anything: its ratio says nothing.
  const hasTotal =
    findings.deciles.length === 0 || findings.deciles.some(({ ratio }) => Number.isFinite(ratio));
  return [
    relative(metrics, target),
    inUnits(metrics, target),
    ...(hasTotal ? [total(metrics, objective)] : []),
  ];
}

function relative(metrics: Metrics, target: string): Html {
  const left = metrics.test_mape_undefined_rows ?? 0;
  const name: MetricName = left > 0 || metrics.test_mape === undefined ? 'wape' : 'mape';
  const words =
    name === 'mape'
      ? 'On average, a prediction is off by'
      : 'All that predictions are off comes to';
  return html`<li>
    ${words} <b>${measured(name, metrics[`test_${name}`])}</b> of the ${target} that came (${name},
    95 % interval
    ${rangeOf(metrics, name)})${
      left > 0 ? `; ${count(left)} cases with 0 have no percentage of their own` : ''
    }.
  </li>`;
}

function inUnits(metrics: Metrics, target: string): Html {
  return html`<li>
    In ${target} itself it is off by <b>${measured('mae', metrics.test_mae)}</b> on average
    (${rangeOf(metrics, 'mae')}). It explains ${explained(metrics.test_r2)} of the differences
    between cases (R² ${rangeOf(metrics, 'r2')}).
  </li>`;
}

/** What a quantile is off is no error: it is meant to lie above most cases. */
function pinball(metrics: Metrics, target: string): Html {
  return html`<li>
    Of ${target} left above it and room left below it, weighed as the quantile asks, a prediction
    costs <b>${measured('pinball', metrics.test_pinball)}</b> on average (pinball loss,
    ${rangeOf(metrics, 'pinball')}).
  </li>`;
}

function explained(r2: number | undefined): string {
  if (r2 === undefined) return 'an unknown share';
  return r2 <= 0 ? 'nothing' : measured('accuracy', r2);
}

function total(metrics: Metrics, objective: string): Html {
  return html`<li>
    All that came is <b>${measured('ae_ratio', metrics.test_ae_ratio)}</b> times all that was
    predicted (${rangeOf(metrics, 'ae_ratio')}); 1 is
    right.${
      objective === 'reg:absoluteerror'
        ? ' A model of the absolute error predicts the middle value, so of skewed amounts its total falls short.'
        : ''
    }
  </li>`;
}

function coverage({ deciles }: RegressionFindings, quantile: number, target: string): Html[] {
  if (deciles.length === 0) return [];
  const rows = deciles.reduce((sum, decile) => sum + decile.rows, 0);
  const covered = Math.round(
    deciles.reduce((sum, decile) => sum + decile.rows * decile.covered, 0),
  );
  const { low, high } = wilsonInterval(covered, rows);
  const words = html`<li>
    Of 100 cases, the ${target} of <b>${ofHundred(covered / rows)}</b> is not above what it predicts
    (95 % interval ${percentRange(low, high)}); it was asked for ${ofHundred(quantile)}.
  </li>`;
  return [words];
}

function rangeOf(metrics: Metrics, name: MetricName): string {
  return measuredRange(name, metrics[`test_${name}_ci_low`], metrics[`test_${name}_ci_high`]);
}
