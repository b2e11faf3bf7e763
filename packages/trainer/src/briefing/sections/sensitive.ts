import { fewestRows } from '../../report/index.ts';
import type { SliceRow } from '../../report/index.ts';
import type { Briefing } from '../briefing.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { pageTable } from '../page/table.ts';
import { count, listOf, percent, percentRange } from '../words/numbers.ts';

/** How the model treats the groups of the sensitive columns; nothing where the sweep file names none. */
export function sensitiveGroups({ best, config }: Briefing): Html | undefined {
  if (config.sensitive.length === 0) return undefined;
  const used =
    config.sensitive_use === 'slices_only' ? 'The model does not see them' : 'The model uses them';
  return html`<section>
    <h2>Sensitive columns</h2>
    <p>
      ${used}: ${listOf(config.sensitive)}. Equal treatment has several meanings, which exclude each
      other where the groups differ; here are the rates that they are made of. What gap is too large
      is for people to decide.
    </p>
    ${config.sensitive.map((column) =>
      groupsOf(
        column,
        best.slices.filter((slice) => slice.column === column),
      ),
    )}
  </section>`;
}

function groupsOf(column: string, slices: readonly SliceRow[]): Html {
  const judged = slices.filter(({ rows }) => rows >= fewestRows);
  return html`<h3>${column}</h3>
    ${pageTable(
      [
        { title: 'group' },
        { title: 'cases', number: true },
        { title: 'positive', number: true },
        { title: 'flagged', number: true },
        { title: 'of the positive, found', number: true },
        { title: 'of the others, false alarms', number: true },
      ],
      slices.map((slice) =>
        slice.rows < fewestRows
          ? [html`<b>${slice.slice}</b>`, count(slice.rows), 'too few', '', '', '']
          : [
              html`<b>${slice.slice}</b>`,
              count(slice.rows),
              percent((slice.positives ?? NaN) / slice.rows),
              percent((slice.flagged ?? NaN) / slice.rows),
              rate(slice, 'recall'),
              rate(slice, 'false_positive_rate'),
            ],
      ),
    )}
    <p>Largest gaps, in points of 100:</p>
    <ul>
      ${gap('flagged', judged, (slice) => (slice.flagged ?? NaN) / slice.rows)}
      ${gap('found of the positive', judged, (slice) => slice.recall ?? NaN)}
      ${gap('false alarms among the others', judged, (slice) => slice.false_positive_rate ?? NaN)}
    </ul>`;
}

function rate(slice: SliceRow, name: 'recall' | 'false_positive_rate'): Html {
  const range = percentRange(slice[`${name}_low`] ?? undefined, slice[`${name}_high`] ?? undefined);
  return html`${percent(slice[name] ?? undefined)}<br /><small>${range}</small>`;
}

/** The distance between the group with the highest rate and the one with the lowest. */
function gap(
  name: string,
  slices: readonly SliceRow[],
  of: (slice: SliceRow) => number,
): Html | undefined {
  const known = slices
    .map((slice) => ({ slice, value: of(slice) }))
    .filter(({ value }) => Number.isFinite(value))
    .toSorted((a, b) => a.value - b.value);
  const [low, high] = [known[0], known.at(-1)];
  if (!low || !high || known.length < 2) return undefined;
  const points = (share: number): string => (share * 100).toFixed(1);
  return html`<li>
    ${name}: <b>${points(high.value - low.value)}</b>, from ${points(low.value)}
    (${low.slice.slice}) to ${points(high.value)} (${high.slice.slice})
  </li>`;
}
