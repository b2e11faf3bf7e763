import type { Briefing } from '../briefing.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';

/** What must not be read into the report. */
export function limits({ best, metric }: Briefing): Html {
  return html`<section>
    <h2>What this report is not</h2>
    <ul>
      <li>
        <b>No promise about tomorrow.</b> The test cases are of the same time as the training cases.
        When customers, products or rules change, the numbers change: watch the model in use.
      </li>
      <li>
        <b>No statement of causes.</b> The model uses what goes along with the target. Changing a
        value in real life need not change the outcome.
      </li>
      <li>
        <b>No proof of fairness.</b> The groups show rates; whether they are right is not a question
        of statistics alone.
      </li>
      ${
        metric.part === 'test'
          ? html`<li>
              <b>Not quite unbiased.</b> The best variant was chosen by the same test cases that it
              is reported on, so its numbers are a little lucky.
            </li>`
          : undefined
      }
      <li>
        <b>No row of the data.</b> It holds counts, shares and made-up cases; groups of fewer than
        30 cases are not broken
        down.${
          best.findings.task === 'regression'
            ? ' A lonely cell of the picture of predicted against actual is one case, told to within a 32nd of the range.'
            : undefined
        }
      </li>
    </ul>
  </section>`;
}
