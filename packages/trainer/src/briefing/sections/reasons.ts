import { shortName } from '../../report/index.ts';
import type { CaseRow, EffectRow } from '../../report/index.ts';
import type { Briefing } from '../briefing.ts';
import { renderFigure } from '../page/figure.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { effectPicture, effectSummary } from '../pictures/effects.ts';
import type { ReasonWords } from '../tasks/task-story.ts';
import type { EffectScale } from '../words/effect-scale.ts';
import { count } from '../words/numbers.ts';

/** How many columns have a picture of their own, all classes together. */
const pictured = 6;

/** Why the best variant predicts as it does; nothing where the sweep recorded no effects. */
export async function reasons({ best }: Briefing, words: ReasonWords): Promise<Html | undefined> {
  const { effects, cases, run } = best.reasons;
  if (effects.length === 0) return undefined;
  const byClass = [...Map.groupBy(effects, (row) => row.class)];
  const each = Math.max(1, Math.floor(pictured / byClass.length));
  const [summaries, single]: [Html[], Html[]] = [[], []];
  for (const [place, [name, rows]] of byClass.entries()) {
    summaries.push(await summary(name, rows, words, place));
    const strongest = [...Map.groupBy(rows, ({ feature }) => feature)].slice(0, each);
    for (const [at, [, own]] of strongest.entries()) {
      single.push(await effectFigure(own, words, place * each + at));
    }
  }
  return html`<section>
    <h2>Why it decides so</h2>
    <p>
      ${
        run === best.run
          ? undefined
          : html`An ensemble adds up what its variants say, and has no reasons of its own: these are
              those of <b>${run.variant}</b>, its best variant. `
      }${words.intro}
      This is what the model has learned, not what causes what.
    </p>
    <div class="figures">${summaries}</div>
    <h3>The strongest columns, value by value</h3>
    <p>
      <small
        >Dot: mean effect. Grey bar: where 80 of 100 cases with such a value lie, as the other
        columns have it.</small
      >
    </p>
    <div class="figures">${single}</div>
    ${typicalCases(cases, words)}
  </section>`;
}

function summary(
  name: string | undefined,
  rows: readonly EffectRow[],
  { moved, scale }: ReasonWords,
  place: number,
): Promise<Html> {
  const title = name === undefined ? {} : { title: { text: shortName(name), fontSize: 13 } };
  return renderFigure({
    id: place === 0 ? 'effects' : `effects-${place + 1}`,
    spec: { ...effectSummary(rows, scale), ...title },
    alt: `The strongest columns and what their values do to ${moved(name)}`,
    caption:
      place === 0
        ? `The columns that move ${moved(name)} most. A dot is a group of cases, larger for more cases: light for low values, dark for high ones; a square is a category or a missing value.`
        : `The columns that move ${moved(name)} most.`,
  });
}

function effectFigure(
  rows: readonly EffectRow[],
  { moved, scale }: ReasonWords,
  place: number,
): Promise<Html> {
  const known = rows
    .filter(({ mean }) => mean !== null)
    .toSorted((a, b) => (b.mean ?? 0) - (a.mean ?? 0));
  const [highest, lowest] = [known[0], known.at(-1)];
  const { class: name, feature } = rows[0] ?? { feature: '' };
  const effect = (row: EffectRow | undefined): string => scale.text(row?.mean ?? 0);
  const own = shortName(feature);
  const text = name === undefined ? own : [own, `for ${shortName(name)}`];
  return renderFigure({
    id: `effect-${place + 1}`,
    spec: { ...effectPicture(rows, scale), title: { text, fontSize: 13 } },
    alt: `What the values of ${feature} do to ${moved(name)}`,
    caption: `Highest: ${highest?.values ?? '–'} (${effect(highest)}). Lowest: ${lowest?.values ?? '–'} (${effect(lowest)}).`,
  });
}

function typicalCases(cases: readonly CaseRow[], words: ReasonWords): Html | undefined {
  const [first] = cases;
  if (!first) return undefined;
  const byCase = [...Map.groupBy(cases, (row) => `${row.case} ${row.class ?? ''}`).values()];
  return html`<h3>Typical cases</h3>
    <p>
      Nobody's data: each of them is put together from what is usual among ${count(first.made_from)}
      test cases.
    </p>
    <div class="cases">${byCase.map((rows) => typical(rows, words))}</div>`;
}

function typical(rows: readonly CaseRow[], { caseSays, caseTitle, scale }: ReasonWords): Html {
  const [first] = rows;
  return html`<div class="case">
    <h4>${first && caseTitle(first)}</h4>
    <p>${first && caseSays(first)}</p>
    <ul>
      ${rows.map((row) => html`<li>${reason(row, scale)}</li>`)}
    </ul>
  </div>`;
}

/** `previous_claim_rate is 5, where 1 is usual: the odds × 2.4 (for)`. */
function reason(
  { feature, value, usual, contribution }: CaseRow,
  { sides, text, what }: EffectScale,
): Html {
  const own = value === '' ? 'missing' : value;
  const other = usual === '' ? 'missing' : usual;
  const than = own === other ? 'as is usual' : `where ${other} is usual`;
  return html`<b>${feature}</b> is ${own}, ${than}: ${what} ${text(contribution)}
    <small>(${contribution >= 0 ? sides[0] : sides[1]})</small>`;
}
