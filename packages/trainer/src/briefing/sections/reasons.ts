import type { CaseRow, EffectRow } from '../../report/index.ts';
import type { Briefing } from '../briefing.ts';
import { renderFigure } from '../page/figure.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { effectPicture, effectSummary } from '../pictures/effects.ts';
import { count, percent } from '../words/numbers.ts';
import { subject } from './in-short.ts';

/** How many columns have a picture of their own. */
const pictured = 6;

/** Why the best variant decides as it does; nothing where the sweep recorded no effects. */
export async function reasons(briefing: Briefing): Promise<Html | undefined> {
  const { effects, cases } = briefing.best;
  if (effects.length === 0) return undefined;
  const { yes } = subject(briefing);
  const byFeature = [...Map.groupBy(effects, ({ feature }) => feature)];
  const figures: Html[] = [];
  for (const [place, [feature, rows]] of byFeature.slice(0, pictured).entries()) {
    figures.push(await effectFigure(feature, rows, place));
  }
  return html`<section>
    <h2>Why it decides so</h2>
    <p>
      Each column moves a score up or down; together they make it (SHAP values, which add up to the
      log-odds of the score). Shown is what each value does to the odds of ${yes}: × 2 doubles them,
      × 0.5 halves them. This is what the model has learned, not what causes what.
    </p>
    <div class="figures">
      ${await renderFigure({
        id: 'effects',
        spec: effectSummary(effects),
        alt: 'The strongest columns and what their values do to the odds',
        caption:
          'The columns that move scores most. A dot is a group of cases, larger for more cases: light for low values, dark for high ones; a square is a category or a missing value.',
      })}
    </div>
    <h3>The strongest columns, value by value</h3>
    <p>
      <small
        >Dot: mean effect. Grey bar: where 80 of 100 cases with such a value lie, as the other
        columns have it.</small
      >
    </p>
    <div class="figures">${figures}</div>
    ${
      cases.length === 0
        ? undefined
        : html`<h3>Three typical cases</h3>
            <p>
              Nobody's data: each of them is put together from what is usual among
              ${count(cases[0]?.made_from)} test cases.
            </p>
            <div class="cases">
              ${[...Map.groupBy(cases, (row) => row.case)].map(([, rows]) => typical(rows, yes))}
            </div>`
    }
  </section>`;
}

function effectFigure(feature: string, rows: readonly EffectRow[], place: number): Promise<Html> {
  const known = rows.filter(({ mean }) => mean !== null);
  const highest = known.toSorted((a, b) => (b.mean ?? 0) - (a.mean ?? 0))[0];
  const lowest = known.toSorted((a, b) => (a.mean ?? 0) - (b.mean ?? 0))[0];
  const factor = (row: EffectRow | undefined): string =>
    `× ${Number(Math.exp(row?.mean ?? 0).toPrecision(2))}`;
  return renderFigure({
    id: `effect-${place + 1}`,
    spec: { ...effectPicture(rows), title: { text: feature, fontSize: 13 } },
    alt: `What the values of ${feature} do to the odds`,
    caption: `Highest: ${highest?.values ?? '–'} (${factor(highest)}). Lowest: ${lowest?.values ?? '–'} (${factor(lowest)}).`,
  });
}

const headings: Readonly<Record<CaseRow['case'], string>> = {
  low: 'Clearly not',
  borderline: 'On the edge',
  high: 'Clearly so',
};

function typical(rows: readonly CaseRow[], yes: string): Html {
  const [first] = rows;
  return html`<div class="case">
    <h4>${headings[first?.case ?? 'low']}</h4>
    <p>The model gives it <b>${percent(first?.score)}</b> for ${yes}, because</p>
    <ul>
      ${rows.map((row) => html`<li>${reason(row)}</li>`)}
    </ul>
  </div>`;
}

/** `previous_claim_rate is 5, where 1 is usual: odds × 2.4`. */
function reason({ feature, value, usual, contribution }: CaseRow): Html {
  const own = value === '' ? 'missing' : value;
  const other = usual === '' ? 'missing' : usual;
  const than = own === other ? 'as is usual' : `where ${other} is usual`;
  const factor = Number(Math.exp(contribution).toPrecision(2));
  return html`<b>${feature}</b> is ${own}, ${than}: odds × ${factor}
    <small>(${contribution >= 0 ? 'for' : 'against'})</small>`;
}
