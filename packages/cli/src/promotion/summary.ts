import type { GateReport, Promotion } from '@xgflow/trainer';
import { metricNumber } from '@xgflow/trainer/metric-number';
import type { Output } from '../output/output.ts';
import { shellWord } from '../output/shell-word.ts';

/** A promotion, or a refusal, for a program. */
export function promotionAnswer(promotion: Promotion): Record<string, unknown> {
  const { already, forced, from, promoted, report, reportUri } = promotion;
  return {
    promoted,
    already_champion: already,
    forced,
    from: from ?? null,
    outcome: report?.outcome ?? null,
    decision: report?.decision ?? null,
    reasons: report?.reasons ?? [],
    metric: report?.metric ?? null,
    rows: report?.rows ?? null,
    slices: report?.slices ?? [],
    requirements: report?.requirements ?? [],
    report: reportUri ?? null,
  };
}

/** A promotion, or a refusal, for a person: the comparison, the reasons, what was done. */
export function promotionLines(
  promotion: Promotion,
  { dryRun = false, output }: { readonly dryRun?: boolean; readonly output: Output },
): string[] {
  const { already, forced, from, name, promoted, report, reportUri, version } = promotion;
  if (already || !report) return [`${name} version ${version} is the champion already.`];
  const verdict = promoted
    ? `${name} version ${version} ${dryRun ? 'would become' : 'is'} the champion${from === undefined ? '' : `, version ${from} the previous one`}${forced ? ' (forced)' : ''}.`
    : `${name} version ${version} ${dryRun ? 'would be refused' : 'is refused: it has alias challenger'}; version ${from ?? 'none'} stays the champion.`;
  const force = `Force: xgflow promote ${shellWord(name)} ${version} --force --reason '…', if there is a reason that the rows do not know`;
  return [
    ...comparisonLines(report, output),
    ...report.reasons.map(
      ({ text }, at) => `${report.decision === 'promote' && at === 0 ? '✓' : '✗'} ${text}`,
    ),
    verdict,
    ...(typeof reportUri === 'string' ? [`Report: ${reportUri}`] : []),
    ...(promoted || dryRun ? [] : [force]),
  ];
}

function comparisonLines({ metric, rows, slices }: GateReport, output: Output): string[] {
  if (!rows || !metric) return [];
  const judged = slices.filter(({ gain }) => gain !== null);
  const table = output.table({
    columns: [
      { title: 'rows' },
      { title: 'count', align: 'right' },
      { title: `champion ${metric.name}`, align: 'right' },
      { title: 'candidate', align: 'right' },
      { title: 'gain', align: 'right' },
      { title: 'interval', align: 'right' },
      { title: '' },
    ],
    rows: [
      { ...metric, title: 'all', count: rows.count, verdict: 'ok' as const },
      ...judged.map((slice) => ({
        ...slice,
        title: `${slice.column} ${slice.value}`,
        count: slice.rows,
      })),
    ].map((line) => [
      line.title,
      String(line.count),
      metricNumber(line.champion),
      metricNumber(line.candidate),
      metricNumber(line.gain),
      line.interval ? line.interval.map(metricNumber).join(' to ') : '–',
      line.verdict === 'worse' ? 'worse' : '',
    ]),
  });
  const choice = `Compared on ${rows.count} rows of ${rows.source} (${rows.choice.replaceAll('_', ' ')}).`;
  return [table, '', choice, ...rows.notes.map((note) => `Note: ${note}.`)];
}
