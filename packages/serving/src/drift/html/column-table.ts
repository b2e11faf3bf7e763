import type { ColumnDrift, DriftReport } from '../drift-report.ts';
import { histogram } from './histogram.ts';
import { countText, escapeHtml, measureText, numberText, percentText, pValueText } from './text.ts';

/** A table of columns, the worst first; each opens to its bins. */
export function columnTable(
  columns: readonly ColumnDrift[],
  levels: DriftReport['levels'],
): string {
  const rows = columns.map((column) => columnRow(column, levels)).join('\n');
  return `<table class="stack">
<thead><tr><th>Column</th><th>Status</th><th class="n">PSI</th><th class="n" title="Kolmogorov–Smirnov distance of numbers">KS</th><th class="n" title="Jensen–Shannon distance">JS</th><th class="n" title="Holm: all tests of this report taken into account">p adjusted</th><th class="n">Missing</th><th class="n">Mean</th><th>Reference <i class="key then"></i> and now <i class="key now"></i></th></tr></thead>
<tbody>
${rows}
</tbody></table>`;
}

function columnRow(column: ColumnDrift, levels: DriftReport['levels']): string {
  const { name, severity, status, missing, mean, ks } = column;
  return `<tr>
<td class="name">${escapeHtml(name)}<small>${column.kind}</small></td>
<td data-label="Status"><span class="badge ${severity}">${status}</span>${newLevels(column)}</td>
<td class="n" data-label="PSI">${psiCell(column, levels)}</td>
<td class="n" data-label="KS">${ks ? measureText(ks.statistic) : ''}</td>
<td class="n" data-label="JS">${measureText(column.jensenShannon)}</td>
<td class="n" data-label="p adjusted">${severity === 'unknown' ? '–' : pValueText(column.adjustedPValue)}</td>
<td class="n" data-label="Missing">${change(percentText(missing.reference), percentText(missing.current))}</td>
<td class="n" data-label="Mean">${mean.reference === null && mean.current === null ? '' : change(numberText(mean.reference), numberText(mean.current))}</td>
<td class="wide" data-label="Reference and now"><details><summary>${histogram(column.bins)}</summary>${binTable(column)}</details></td>
</tr>`;
}

function change(before: string, now: string): string {
  return before === now ? before : `${before} → ${now}`;
}

/** PSI as a number and a bar up to twice the level of drift, with the level of a warning as a mark. */
function psiCell(
  { psi, psiByChance, severity }: ColumnDrift,
  { drift }: DriftReport['levels'],
): string {
  const width = Math.min(100, (100 * psi) / (2 * drift));
  const title = `by chance up to ${measureText(psiByChance)}`;
  return `<span title="${title}">${measureText(psi)}<span class="meter"><b class="${severity}" style="width:${width.toFixed(0)}%"></b></span></span>`;
}

function newLevels({ newLevels: levels, unseenRows }: ColumnDrift): string {
  const names = Object.entries(levels);
  if (names.length === 0) return '';
  const shown = names.slice(0, 5).map(([level, rows]) => `${level} (${countText(rows)})`);
  const more = names.length > shown.length ? ', …' : '';
  return `<small>never seen in ${countText(unseenRows)} rows: ${escapeHtml(shown.join(', '))}${more}</small>`;
}

function binTable({ bins }: ColumnDrift): string {
  const total = (side: 'reference' | 'current'): number =>
    Math.max(
      1,
      bins.reduce((sum, bin) => sum + bin[side], 0),
    );
  const rows = bins.map(
    ({ label, reference, current }) =>
      `<tr><td>${escapeHtml(label)}</td><td class="n">${percentText(reference / total('reference'))}</td><td class="n">${percentText(current / total('current'))}</td><td class="n">${countText(current)}</td></tr>`,
  );
  return `<table class="bins"><thead><tr><th>Bin</th><th class="n">Reference</th><th class="n">Now</th><th class="n">Rows now</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
