import type { ColumnDrift, DriftReport, Severity } from '@xgflow/serving';
import { metricNumber } from '@xgflow/trainer/metric-number';
import type { Output } from '../output/output.ts';

/** Columns without a finding are listed up to so many rows in all. */
const mostRows = 25;

const order: readonly Severity[] = ['drift', 'warning', 'unknown', 'ok'];

const verdicts: Readonly<Record<DriftReport['status'], string>> = {
  ok: 'No drift',
  warning: 'Warning',
  drift: 'Drift',
  'too-little-data': 'Too little data to tell',
};

/** A drift report for a person: the worst first, what the labels tell, and the verdict. */
export function renderDrift(report: DriftReport, output: Output): string {
  const { columns, predictions, target } = report;
  const sorted = columns.toSorted(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.psi - a.psi,
  );
  const findings = sorted.filter(({ severity }) => severity !== 'ok').length;
  const shown = sorted.slice(0, Math.max(findings, mostRows));
  const table = output.table({
    columns: [
      { title: 'column', shrinks: true },
      { title: 'status' },
      { title: 'PSI', align: 'right' },
      { title: 'by chance', align: 'right' },
      { title: 'KS', align: 'right' },
      { title: 'p adjusted', align: 'right' },
      { title: 'missing', align: 'right' },
      { title: 'mean', align: 'right' },
    ],
    rows: [
      ...predictions.map((column) => row(column, 'predicted: ')),
      ...(target ? [row(target, 'target: ')] : []),
      ...shown.map((column) => row(column, '')),
    ],
  });
  const left = columns.length - shown.length;
  const isJudged = report.status !== 'too-little-data';
  const lines = [
    ...(isJudged ? [table, ''] : []),
    ...(isJudged && left > 0
      ? [`${left} more columns without a finding: --json and --html list them.`]
      : []),
    ...newLevelLines(columns),
    ...outcomeLines(report),
    ...report.notes.map((note) => `Note: ${note}.`),
    verdictLine(report),
  ];
  return lines.join('\n');
}

function row(column: ColumnDrift, prefix: string): string[] {
  const { ks, missing, mean, severity } = column;
  return [
    prefix + column.name,
    column.status === severity || severity === 'unknown'
      ? column.status
      : `${column.status} (${severity})`,
    column.psi.toFixed(3),
    column.psiByChance.toFixed(3),
    ks ? ks.statistic.toFixed(3) : '',
    severity === 'unknown' ? '' : pValue(column.adjustedPValue),
    change(percent(missing.reference), percent(missing.current)),
    mean.reference === null && mean.current === null
      ? ''
      : change(number(mean.reference), number(mean.current)),
  ];
}

function newLevelLines(columns: readonly ColumnDrift[]): string[] {
  return columns.flatMap(({ name, newLevels, unseenRows }) => {
    const levels = Object.keys(newLevels);
    if (levels.length === 0) return [];
    const named = levels.slice(0, 5).join(', ');
    return [
      `${name}: levels that the model never saw in ${unseenRows} rows: ${named}${levels.length > 5 ? ', …' : ''}.`,
    ];
  });
}

function outcomeLines({ metric, calibration, labelled }: DriftReport): string[] {
  const lines: string[] = [];
  if (metric) {
    const { reference, current, severity, worse } = metric;
    const change = `${percent(Math.abs(worse))} ${worse > 0 ? 'worse' : 'better'}`;
    lines.push(
      `${metric.metric}: ${interval(current)} on ${labelled?.sampled ?? 0} labelled rows, reference ${interval(reference)}, ${change}: ${severity}.`,
    );
  }
  if (calibration) {
    lines.push(
      `Calibration: actual by expected ${number(calibration.actualByExpected)} (p ${pValue(calibration.adjustedPValue)}): ${calibration.severity}.`,
    );
  }
  return lines;
}

function verdictLine(report: DriftReport): string {
  const { status, currentRows, referenceRows, columns, predictions } = report;
  const count = (severity: Severity): number =>
    columns.filter((column) => column.severity === severity).length;
  const others = [
    ...predictions.map(({ name, severity }) => ({ name, severity })),
    { name: 'target', severity: report.target?.severity },
    { name: 'metric', severity: report.metric?.severity },
    { name: 'calibration', severity: report.calibration?.severity },
  ].flatMap(({ name, severity }) =>
    severity === 'drift' || severity === 'warning' ? [`${name}: ${severity}`] : [],
  );
  const features = `${count('drift')} of ${columns.length} features drift, ${count('warning')} with a warning`;
  const rows = `${currentRows} rows against ${referenceRows}`;
  return `${verdicts[status]}: ${[rows, features, ...others].join(' · ')}`;
}

function interval({
  value,
  low,
  high,
}: {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}): string {
  const text = metricNumber(value);
  return low === null || high === null
    ? text
    : `${text} (${metricNumber(low)}–${metricNumber(high)})`;
}

function change(before: string, now: string): string {
  return before === now ? before : `${before} → ${now}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function number(value: number | null): string {
  return value === null ? '–' : String(Number(value.toPrecision(4)));
}

function pValue(value: number): string {
  if (value < 1e-12) return '<1e-12';
  return value < 0.001 ? value.toExponential(0) : value.toFixed(3);
}
