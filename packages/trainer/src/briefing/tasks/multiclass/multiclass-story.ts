import type { Briefing } from '../../briefing.ts';
import type { MulticlassFindings } from '../../findings.ts';
import { html } from '../../page/html.ts';
import type { Html } from '../../page/html.ts';
import { oddsScale } from '../../words/effect-scale.ts';
import { listOf, ofHundred, percent, percentRange } from '../../words/numbers.ts';
import type { ReasonWords, TaskStory } from '../task-story.ts';
import { classGroups } from './class-groups.ts';
import { classNames, classRates, rightOf } from './class-rates.ts';
import { classQuality } from './class-quality.ts';
import { mixUps } from './mix-ups.ts';

/** Several classes: which one a case is taken for. */
export function multiclassStory(
  { best, config }: Briefing,
  findings: MulticlassFindings,
): TaskStory {
  const names = classNames(findings.cells);
  const explained = [...new Set(best.reasons.effects.map((row) => row.class ?? ''))];
  return {
    headline: headline(findings, config.target),
    quality: () => classQuality(findings, config.target),
    measures: ['accuracy', 'f1_macro', 'f1_weighted', 'roc_auc_ovr', 'log_loss'],
    measuresNote: undefined,
    rankingNote: undefined,
    groups: classGroups(findings.slices, best.run.metrics.test_accuracy),
    reasons: reasonWords(config.target, explained, names),
    target: names.length > 0 ? `one of ${names.length} classes` : undefined,
    alone: 'a value near 1; 0.5 is chance: the mean of each class against the others',
  };
}

function headline({ cells }: MulticlassFindings, target: string): Html[] {
  if (cells.length === 0) return [];
  const all = rightOf(cells);
  const rates = classRates(cells).filter(({ rows }) => rows > 0);
  const [commonest] = rates.toSorted((a, b) => b.rows - a.rows);
  const byRecall = rates.toSorted((a, b) => b.recall.value - a.recall.value);
  const [best, worst] = [byRecall[0], byRecall.at(-1)];
  const [most] = mixUps(cells);
  const naive = (commonest?.rows ?? NaN) / all.rows;
  const found = (rate: typeof best): string =>
    `${rate?.name ?? '–'} (of 100 it finds ${ofHundred(rate?.recall.value ?? NaN)})`;
  return [
    html`<li>
      Of 100 cases, it names the right ${target} for <b>${ofHundred(all.value)}</b> (95 % interval
      ${percentRange(all.low, all.high)}). Who always said ${commonest?.name ?? '–'} would be right
      for ${ofHundred(naive)}${all.low > naive ? '.' : ': it is not shown to be better than that.'}
    </li>`,
    html`<li>It recognises <b>${found(best)}</b> best and <b>${found(worst)}</b> worst.</li>`,
    ...(most
      ? [
          html`<li>
            Mixed up most often: of 100 cases that are ${most.actual}, ${ofHundred(most.share)} are
            taken for ${most.predicted}.
          </li>`,
        ]
      : []),
  ];
}

function reasonWords(
  target: string,
  explained: readonly string[],
  names: readonly string[],
): ReasonWords {
  const left = names.filter((name) => !explained.includes(name));
  return {
    scale: oddsScale,
    moved: (name) => `the odds of ${target} = ${name ?? ''}`,
    intro: html`For each class, every column moves its odds against the other classes up or down;
    together they make its probability (SHAP values of the class less the mean of the others'). × 2
    doubles the odds, × 0.5 halves
    them.${left.length === 0 ? '' : ` Told of the most frequent classes; not of ${listOf(left)}.`}`,
    caseTitle: (row) => row.class ?? '',
    caseSays: (row) =>
      html`The model gives it <b>${percent(row.score)}</b> for ${target} = ${row.class}, because`,
  };
}
