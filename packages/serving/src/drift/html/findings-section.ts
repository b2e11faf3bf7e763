import type { ColumnDrift, DriftReport, Severity } from '../drift-report.ts';
import { countText, escapeHtml, measureText, numberText, percentText } from './text.ts';

/** A change of the missing share that is worth a word. */
const notable = 0.02;

/** What changed, in words, the worst first; empty without a finding. */
export function findingsSection(report: DriftReport, sorted: readonly ColumnDrift[]): string {
  const { predictions, target } = report;
  const found = [...predictions, ...(target ? [target] : []), ...sorted].filter(
    ({ severity, status }) =>
      severity === 'drift' || severity === 'warning' || status === 'new-levels',
  );
  const columns = found.map(
    (column) =>
      `<li><span class="badge ${column.severity}">${column.severity}</span> <strong>${escapeHtml(column.name)}</strong>: ${escapeHtml(changeInWords(column))} (PSI ${measureText(column.psi)})</li>`,
  );
  const items = [...columns, ...outcomeItems(report)];
  if (items.length === 0) return '';
  return `<section><h2>What changed</h2><ul class="findings">${items.join('')}</ul></section>`;
}

function outcomeItems({ metric, calibration }: DriftReport): string[] {
  const item = (severity: Severity, name: string, words: string): string[] =>
    severity === 'drift' || severity === 'warning'
      ? [
          `<li><span class="badge ${severity}">${severity}</span> <strong>${name}</strong>: ${words}</li>`,
        ]
      : [];
  return [
    ...(metric
      ? item(
          metric.severity,
          escapeHtml(metric.metric),
          `${numberText(metric.current.value)}, was ${numberText(metric.reference.value)}`,
        )
      : []),
    ...(calibration
      ? item(
          calibration.severity,
          'calibration',
          `rows with the same prediction come out ${numberText(calibration.actualByExpected)} times as they did`,
        )
      : []),
  ];
}

/** The most telling differences of a column. */
function changeInWords(column: ColumnDrift): string {
  const { bins, mean, missing, newLevels, unseenRows } = column;
  const parts: string[] = [];
  if (Math.abs(missing.current - missing.reference) >= notable) {
    parts.push(
      `${percentText(missing.current)} of the values are missing, ${percentText(missing.reference)} were`,
    );
  }
  const levels = Object.keys(newLevels);
  if (levels.length > 0) {
    const more = levels.length > 3 ? ', …' : '';
    parts.push(
      `levels never seen before in ${countText(unseenRows)} rows (${levels.slice(0, 3).join(', ')}${more})`,
    );
  }
  if (mean.reference !== null && mean.current !== null) {
    parts.push(`mean ${numberText(mean.current)}, was ${numberText(mean.reference)}`);
  } else {
    parts.push(...largestMove(bins));
  }
  return parts.join('; ');
}

/** The bin whose share moved most. */
function largestMove(bins: ColumnDrift['bins']): string[] {
  const rows = (side: 'reference' | 'current'): number =>
    Math.max(
      1,
      bins.reduce((sum, bin) => sum + bin[side], 0),
    );
  const [all, now] = [rows('reference'), rows('current')];
  const moves = bins
    .filter(({ kind }) => kind === 'level' || kind === 'other')
    .map(({ label, reference, current }) => ({
      label,
      before: reference / all,
      after: current / now,
    }))
    .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  const [most] = moves;
  return most
    ? [`“${most.label}” in ${percentText(most.after)} of the rows, was ${percentText(most.before)}`]
    : [];
}
