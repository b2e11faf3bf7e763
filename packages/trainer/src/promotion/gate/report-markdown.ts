import { metricNumber } from '../../metrics/metric-number.ts';
import type { GateModel, GateReport } from './gate-report.ts';
import type { SliceGain } from './slice-gains.ts';

/** A gate report for people. */
export function reportMarkdown(report: GateReport): string {
  const { candidate, champion, decision, model, outcome, policy, reasons, rows } = report;
  const against = champion ? `champion version ${champion.version}` : 'no champion';
  const lines = [
    `# ${model} version ${candidate.version} against ${against}`,
    '',
    `**${decision}** · ${outcome.replaceAll('_', ' ')}`,
    '',
    ...reasons.map(({ code, text }) => `- \`${code}\`: ${text}`),
    '',
    ...table(
      ['', 'version', 'run', 'threshold', 'sha256'],
      [modelLine('candidate', candidate), ...(champion ? [modelLine('champion', champion)] : [])],
    ),
    ...rowsPart(rows),
    ...metricPart(report),
    ...slicePart(report),
    '## Policy',
    '',
    '```json',
    JSON.stringify(policy, null, 1),
    '```',
  ];
  return `${lines.join('\n')}\n`;
}

function rowsPart(rows: GateReport['rows']): string[] {
  if (!rows) return [];
  const { choice, count, digest, notes, source } = rows;
  return [
    '## Rows',
    '',
    `${count} rows of ${source} (digest ${digest}): ${choice.replaceAll('_', ' ')}.`,
    '',
    ...notes.map((note) => `- ${note}`),
    ...(notes.length > 0 ? [''] : []),
  ];
}

function metricPart({ metric, metrics, policy, requirements }: GateReport): string[] {
  const all = Object.entries(metrics);
  if (all.length === 0) return [];
  const { level, resamples } = policy.bootstrap;
  const interval = metric?.interval;
  return [
    '## Metrics',
    '',
    ...(metric
      ? [
          `${metric.name} decides: gain ${fixed(metric.gain)}, ${Number((level * 100).toPrecision(6))} % interval ${interval ? `${fixed(interval[0])} to ${fixed(interval[1])}` : 'unknown'} (${resamples} paired resamples). A gain is positive when the candidate is better.`,
          '',
        ]
      : []),
    ...table(
      ['metric', 'candidate', 'champion'],
      all.map(([name, value]) => [name, fixed(value.candidate), fixed(value.champion)]),
    ),
    ...(requirements.length > 0
      ? table(
          ['required', 'bound', 'candidate', ''],
          requirements.map(({ bound, met, metric: name, value }) => [
            name,
            fixed(bound),
            fixed(value),
            met ? 'met' : 'not met',
          ]),
        )
      : []),
  ];
}

function slicePart({ slices }: GateReport): string[] {
  if (slices.length === 0) return [];
  return [
    '## Slices',
    '',
    ...table(
      ['column', 'value', 'rows', 'candidate', 'champion', 'gain', 'interval', ''],
      slices.map((slice) => [
        slice.column,
        slice.value,
        String(slice.rows),
        fixed(slice.candidate),
        fixed(slice.champion),
        fixed(slice.gain),
        slice.interval ? slice.interval.map(fixed).join(' to ') : '–',
        verdicts[slice.verdict],
      ]),
    ),
  ];
}

const verdicts: Readonly<Record<SliceGain['verdict'], string>> = {
  ok: '',
  worse: '**worse**',
  too_few: 'too few rows',
  undefined: 'no value here',
};

function modelLine(role: string, { run_id, sha256, threshold, version }: GateModel): string[] {
  return [role, version, run_id ?? '–', fixed(threshold), sha256?.slice(0, 16) ?? 'not loaded'];
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/[\r\n]+/g, ' ')).join(' | ')} |`;
  return [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line), ''];
}

function fixed(value: number | null): string {
  return value === null || !Number.isFinite(value) ? '–' : metricNumber(value);
}
