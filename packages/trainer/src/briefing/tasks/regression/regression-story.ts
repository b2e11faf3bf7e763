import type { MetricName } from '../../../metrics/index.ts';
import type { CaseRow } from '../../../report/index.ts';
import type { Briefing, DataStory } from '../../briefing.ts';
import type { RegressionFindings } from '../../findings.ts';
import { html } from '../../page/html.ts';
import type { Html } from '../../page/html.ts';
import { amountScale, factorScale } from '../../words/effect-scale.ts';
import { amount, count, counted, percent } from '../../words/numbers.ts';
import type { ReasonWords, TaskStory } from '../task-story.ts';
import { fittedFor } from './fitted-for.ts';
import type { FittedFor } from './fitted-for.ts';
import { regressionHeadline } from './headline.ts';
import { regressionQuality } from './regression-quality.ts';
import { valueGroups } from './value-groups.ts';

/** A number: how far off, whether the total is right, and where it is too high or too low. */
export function regressionStory(
  { best, config, data, metric }: Briefing,
  findings: RegressionFindings,
): TaskStory {
  const { exposure, target } = config;
  const fitted = fittedFor(best.reasons.run);
  const { metrics } = best.run;
  return {
    headline: regressionHeadline(metrics, findings, { ...fitted, target }),
    quality: () => regressionQuality(findings, { ...fitted, exposure, target }),
    measures: measuresOf(fitted),
    measuresNote: mapeNote(metrics, data, target),
    rankingNote: metric.metric === 'mape' ? mapeRanking(metrics, target, fitted) : undefined,
    groups: valueGroups(findings.slices, metrics, { ...fitted, exposure, target }),
    reasons: reasonWords(target, exposure, fitted),
    target: targetWords(data),
    alone: 'a correlation near 1; 0 is nothing',
  };
}

function measuresOf({ isLog, quantile }: FittedFor): MetricName[] {
  // The sum of quantiles is not the quantile of a sum: there is no total to be compared with.
  if (quantile !== undefined) return ['pinball', 'mae', 'rmse', 'wape', 'mape'];
  return [
    'mape',
    'wape',
    'mae',
    'rmse',
    'r2',
    ...(isLog ? (['deviance'] as const) : []),
    'ae_ratio',
  ];
}

function mapeNote(
  metrics: Readonly<Record<string, number>>,
  data: DataStory,
  target: string,
): Html | undefined {
  const left = metrics.test_mape_undefined_rows;
  if (left === undefined) return undefined;
  const all = data.facts.get('test_rows');
  return html`<p>
    <small
      >${
        left === 0
          ? `No test case has a ${target} of 0, so mape is of all of them.`
          : `mape leaves out ${counted(left, 'test case')}${all === undefined ? '' : ` of ${count(all)}`} whose ${target} is 0, since nothing is a percentage of 0; wape counts them.`
      }</small
    >
  </p>`;
}

/** MAPE is no measure of a quantile, and sees no case of 0. */
function mapeRanking(
  { test_mape_undefined_rows: left = 0 }: Readonly<Record<string, number>>,
  target: string,
  { isLog, quantile }: FittedFor,
): Html | undefined {
  if (quantile !== undefined) {
    return html`mape does not tell a good quantile from a bad one:
      <code>xgflow report --sort pinball</code> ranks by the quantile's own loss.`;
  }
  if (left === 0) return undefined;
  const better = isLog ? 'deviance' : 'wape';
  return html`mape does not see ${counted(left, 'test case')} whose ${target} is 0:
    <code>xgflow report --sort ${better}</code> ranks by all of them.`;
}

function targetWords({ facts }: DataStory): string | undefined {
  const [mean, median, zeros, rows] = ['target_mean', 'target_median', 'target_zeros', 'rows'].map(
    (name) => facts.get(name),
  );
  if (mean === undefined || median === undefined) return undefined;
  const share = (zeros ?? 0) / (rows ?? NaN);
  return `${amount(mean)} on average, half of the cases not above ${amount(median)}${share > 0 ? `, 0 in ${percent(share)} of them` : ''}`;
}

const titles: Partial<Record<CaseRow['case'], string>> = {
  low: 'A low prediction',
  middle: 'One in the middle',
  high: 'A high prediction',
};

function reasonWords(
  target: string,
  exposure: string | undefined,
  { isLog }: FittedFor,
): ReasonWords {
  return {
    scale: isLog ? factorScale : amountScale(target),
    moved: () => `the predicted ${target}`,
    intro: isLog
      ? html`Each column moves a prediction up or down; together they make it (SHAP values, which
        add up to its logarithm). Shown is what each value does to the predicted ${target}: × 2
        doubles it, × 0.5 halves it.`
      : html`Each column moves a prediction up or down; together they make it (SHAP values, which
        add up to it). Shown is what each value adds to the predicted ${target}, in its own units.`,
    caseTitle: (row) => titles[row.case] ?? '',
    caseSays: (row) =>
      html`The model predicts ${target} = <b>${amount(row.score)}</b>${
          row.exposure === undefined
            ? ''
            : ` at ${exposure ?? 'an exposure'} ${amount(row.exposure)}`
        },
        because`,
  };
}
