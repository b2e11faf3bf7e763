import type { CaseRow } from '../../../report/index.ts';
import type { Briefing } from '../../briefing.ts';
import type { BinaryFindings } from '../../findings.ts';
import { html } from '../../page/html.ts';
import type { Html } from '../../page/html.ts';
import { oddsScale } from '../../words/effect-scale.ts';
import { ofHundred, percent, percentRange } from '../../words/numbers.ts';
import type { ReasonWords, TaskStory } from '../task-story.ts';
import { binaryGroups } from './binary-groups.ts';
import { binaryQuality } from './binary-quality.ts';
import { rates } from './rates.ts';

/** Two classes: flagged or not, told in cases of a hundred. */
export function binaryStory({ best, config, data }: Briefing, findings: BinaryFindings): TaskStory {
  const yes = `${config.target} = ${findings.positive}`;
  const { metrics } = best.run;
  const [positives, rows] = ['positives', 'rows'].map((name) => data.facts.get(name) ?? NaN);
  const share = (positives ?? NaN) / (rows ?? NaN);
  return {
    headline: headline(findings, yes, metrics),
    quality: () => binaryQuality(findings, yes),
    measures: ['precision', 'recall', 'f1', 'accuracy', 'roc_auc'],
    measuresNote: undefined,
    rankingNote: undefined,
    groups: binaryGroups(findings.slices, metrics.test_f1),
    reasons: reasonWords(yes),
    target: Number.isFinite(share) ? `positive in ${percent(share)} of the cases` : undefined,
    alone: 'a value near 1; 0.5 is chance',
  };
}

function headline(
  { decisions }: BinaryFindings,
  yes: string,
  metrics: Readonly<Record<string, number>>,
): Html[] {
  const rate = rates(decisions);
  const range = (name: string): string =>
    percentRange(metrics[`test_${name}_ci_low`], metrics[`test_${name}_ci_high`]);
  return [
    html`<li>
      Of 100 cases that it flags, <b>${ofHundred(rate.precision)}</b> really are ${yes} (95 %
      interval ${range('precision')}).
    </li>`,
    html`<li>
      Of 100 cases that really are ${yes}, it finds <b>${ofHundred(rate.recall)}</b>
      (${range('recall')}).
    </li>`,
    html`<li>
      It flags ${ofHundred(rate.flagged)} of 100 cases; ${ofHundred(rate.base)} of 100 are ${yes}.
      Of 100 that are not, it flags ${ofHundred(rate.falseAlarms)} by mistake.
    </li>`,
  ];
}

const headings: Partial<Record<CaseRow['case'], string>> = {
  low: 'Clearly not',
  borderline: 'On the edge',
  high: 'Clearly so',
};

function reasonWords(yes: string): ReasonWords {
  return {
    scale: oddsScale,
    moved: () => `the odds of ${yes}`,
    intro: html`Each column moves a score up or down; together they make it (SHAP values, which add
    up to the log-odds of the score). Shown is what each value does to the odds of ${yes}: × 2
    doubles them, × 0.5 halves them.`,
    caseTitle: (row) => headings[row.case] ?? '',
    caseSays: ({ score }) => html`The model gives it <b>${percent(score)}</b> for ${yes}, because`,
  };
}
