import type { Briefing } from '../briefing.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { counted, listOf, ofHundred, percentRange } from '../words/numbers.ts';
import { rates } from '../words/rates.ts';

/** The whole report in a few sentences. */
export function inShort(briefing: Briefing): Html {
  const { comparison, config, best, data } = briefing;
  const { name, yes } = subject(briefing);
  const rate = rates(best.decisions);
  const { metrics } = best.run;
  const worse = best.slices.filter((slice) => slice.clearly_worse);
  const leaks = data.columns.filter(({ leak }) => leak !== '');
  return html`<section class="short">
    <h2>In short</h2>
    <p>
      ${counted(comparison.rows.length, 'way', 'ways')} to predict <b>${config.target}</b>
      ${comparison.rows.length === 1 ? 'was' : 'were'} tried. The best
      ${comparison.metric.part === 'test' ? 'on cases it had never seen' : 'in cross-validation'} is
      <b>${name}</b>.
    </p>
    <ul>
      <li>
        Of 100 cases that it flags, <b>${ofHundred(rate.precision)}</b> really are ${yes} (95 %
        interval ${percentRange(metrics.test_precision_ci_low, metrics.test_precision_ci_high)}).
      </li>
      <li>
        Of 100 cases that really are ${yes}, it finds <b>${ofHundred(rate.recall)}</b>
        (${percentRange(metrics.test_recall_ci_low, metrics.test_recall_ci_high)}).
      </li>
      <li>
        It flags ${ofHundred(rate.flagged)} of 100 cases; ${ofHundred(rate.base)} of 100 are ${yes}.
        Of 100 that are not, it flags ${ofHundred(rate.falseAlarms)} by mistake.
      </li>
      <li>${ties(briefing)}</li>
      <li>
        ${
          worse.length === 0
            ? 'No group of cases was found in which it does clearly worse than elsewhere.'
            : html`It does clearly worse in ${counted(worse.length, 'group')} of cases:
              ${listOf([
                ...worse.slice(0, 3).map(({ column, slice }) => `${column} ${slice}`),
                ...(worse.length > 3 ? ['others'] : []),
              ])}.`
        }
      </li>
      ${
        leaks.length === 0
          ? undefined
          : html`<li class="warning">
              ${counted(leaks.length, 'column')} may know the answer beforehand:
              ${listOf(leaks.map(({ column }) => column))}. If so, every number here is too good.
            </li>`
      }
    </ul>
  </section>`;
}

function ties({ comparison }: Briefing): Html {
  const tied = comparison.rows.filter(({ tiesWithBest }) => tiesWithBest);
  const { cvChoice, rows } = comparison;
  const [best] = rows;
  const byTest = comparison.metric.part === 'test';
  const other =
    byTest && cvChoice && cvChoice.variant !== best?.variant ? cvChoice.variant : undefined;
  const choice =
    other === undefined
      ? ''
      : ` Without a look at the test cases, ${other} would have been chosen.`;
  return tied.length === 0
    ? html`${rows.length > 1 ? 'It is ahead of all the others by more than chance explains.' : 'There was nothing to compare it with.'}${choice}`
    : html`It is not shown to be better than ${listOf(tied.map(({ variant }) => variant))}: the
      difference is within what other test cases could have given.${choice}`;
}

/** The best variant, and what a positive case is. */
export function subject({ best, config }: Briefing): {
  readonly name: string;
  readonly yes: string;
} {
  return { name: best.run.variant, yes: `${config.target} = ${best.positive}` };
}
