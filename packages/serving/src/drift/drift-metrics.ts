import type { DriftReport } from './drift-report.ts';

/** A metric's key and value, as MLflow takes them. */
export interface DriftMetric {
  readonly key: string;
  readonly value: number;
}

/** More columns than that are summed up only: the report holds them all. */
const mostColumns = 500;

/** What MLflow refuses in a metric's key. */
const refused = /[^\p{L}\p{N}_.\- ]/gu;

/** The numbers of a report that are worth a chart over time. */
export function driftMetrics(report: DriftReport): DriftMetric[] {
  const { columns, predictions, target, metric, calibration } = report;
  const count = (severity: string): number =>
    columns.filter((column) => column.severity === severity).length;
  const worst = columns.reduce((most, { psi }) => Math.max(most, psi), 0);
  const listed = [...columns.slice(0, mostColumns), ...predictions, ...(target ? [target] : [])];
  const metrics = [
    { key: 'drift.rows', value: report.currentRows },
    { key: 'drift.columns', value: columns.length },
    { key: 'drift.columns_drift', value: count('drift') },
    { key: 'drift.columns_warning', value: count('warning') },
    { key: 'drift.psi_max', value: worst },
    ...predictions.map(({ name, psi }) => ({ key: `drift.prediction_psi.${name}`, value: psi })),
    ...listed.map(({ name, psi }) => ({ key: `psi.${name.replaceAll(refused, '_')}`, value: psi })),
    ...(metric
      ? [
          { key: `current_${metric.metric}`, value: metric.current.value },
          { key: `reference_${metric.metric}`, value: metric.reference.value },
        ]
      : []),
    ...(calibration
      ? [{ key: 'drift.actual_by_expected', value: calibration.actualByExpected }]
      : []),
  ];
  // Two columns may differ in refused characters only.
  return [...new Map(metrics.map((each) => [each.key, each])).values()];
}
