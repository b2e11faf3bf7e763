import type { ColumnDrift, DriftReport, Severity } from '../drift-report.ts';
import { calibrationLevels, metricLevels } from '../drift-options.ts';
import { columnTable } from './column-table.ts';
import { conceptSection } from './concept-section.ts';
import { findingsSection } from './findings-section.ts';
import { style } from './style.ts';
import { countText, escapeHtml, measureText, numberText, percentText } from './text.ts';

/** What a report is about. */
export interface DriftSubject {
  /** As it was named: `models:/credit_model@champion`. */
  readonly model: string;
  /** Registered version, where there is one. */
  readonly version?: string;
  /** File names, without folders. */
  readonly current: string;
  readonly reference: string;
  readonly when: Date;
}

const verdicts: Readonly<Record<DriftReport['status'], readonly [Severity, string]>> = {
  ok: ['ok', 'no drift'],
  warning: ['warning', 'warning'],
  drift: ['drift', 'drift'],
  'too-little-data': ['unknown', 'too little data'],
};

const order: readonly Severity[] = ['drift', 'warning', 'unknown', 'ok'];

/** A drift report as one HTML file that needs nothing else. */
export function renderDriftHtml(report: DriftReport, subject: DriftSubject): string {
  const { predictions, notes, levels } = report;
  const columns = worstFirst(report.columns);
  const [severity, verdict] = verdicts[report.status];
  const version = subject.version === undefined ? '' : ` (version ${subject.version})`;
  const when = subject.when.toISOString().slice(0, 16).replace('T', ' ');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Drift of ${escapeHtml(subject.current)}</title><style>${style}</style></head>
<body><main>
<header><h1>Drift report<span class="badge ${severity}">${verdict}</span></h1>
<p>${escapeHtml(subject.current)} against ${escapeHtml(subject.reference)} of ${escapeHtml(subject.model)}${escapeHtml(version)} · ${when} UTC</p></header>
${facts(report)}
${notes.length === 0 ? '' : `<section><h2>Notes</h2><ul>${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('')}</ul></section>`}
${findingsSection(report, columns)}
${predictions.length === 0 ? '' : `<section><h2>Predictions</h2>${columnTable(predictions, levels)}</section>`}
<section><h2>Features</h2>${columnTable(columns, levels)}</section>
${conceptSection(report)}
${explanation(report)}
</main></body></html>
`;
}

function worstFirst(columns: readonly ColumnDrift[]): ColumnDrift[] {
  return columns.toSorted(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.psi - a.psi,
  );
}

function facts({ columns, predictions, currentRows, referenceRows, metric }: DriftReport): string {
  const drifted = (severity: Severity): number =>
    columns.filter((column) => column.severity === severity).length;
  const [prediction] = predictions;
  const fact = (value: string, name: string): string =>
    `<div><b>${value}</b><span>${name}</span></div>`;
  return `<div class="facts">
${fact(countText(currentRows), `rows, reference ${countText(referenceRows)}`)}
${fact(`${drifted('drift')} of ${columns.length}`, 'features drift')}
${fact(String(drifted('warning')), 'features with a warning')}
${prediction ? fact(measureText(prediction.psi), `PSI of the ${escapeHtml(prediction.name)}`) : ''}
${metric ? fact(numberText(metric.current.value), `${escapeHtml(metric.metric)}, reference ${numberText(metric.reference.value)}`) : ''}
</div>`;
}

function explanation({ alpha, levels }: DriftReport): string {
  return `<footer>
<p>A column is a warning from PSI ${levels.warning} and drift from PSI ${levels.drift}, and only where the change is more than chance: tests of all columns, predictions and outcomes together raise a false alarm in at most ${percentText(alpha)} of reports (Holm). PSI counts missing values and unseen levels as bins of their own, with half a row added to every bin.</p>
<p>With labels, the metric is a warning when it is ${percentText(metricLevels.warning)} worse than in the reference and drift at ${percentText(metricLevels.drift)}; the calibration when actual by expected is off by ${percentText(calibrationLevels.warning)} and ${percentText(calibrationLevels.drift)}.</p>
</footer>`;
}
