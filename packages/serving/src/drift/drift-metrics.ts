import { columnKeys } from './column-keys.ts';
import type { DriftReport } from './drift-report.ts';

/** A metric's key and value, as MLflow takes them. */
export interface DriftMetric {
  readonly key: string;
  readonly value: number;
}

/** Columns with a chart of their own; MLflow's page stands no more. The report holds all. */
export const MOST_CHARTED_COLUMNS = 500;

/** The numbers of a report that are worth a chart over time. Every key is there once. */
export function driftMetrics(report: DriftReport): DriftMetric[] {
  const { columns, predictions, target, metric, calibration } = report;
  const count = (severity: string): number =>
    columns.filter((column) => column.severity === severity).length;
  const worst = columns.reduce((most, { psi }) => Math.max(most, psi), 0);
  const charted = [...columns.slice(0, MOST_CHARTED_COLUMNS), ...(target ? [target] : [])];
  const keys = columnKeys(charted.map(({ name }) => name));
  return [
    { key: 'drift.rows', value: report.currentRows },
    { key: 'drift.columns', value: columns.length },
    { key: 'drift.columns_drift', value: count('drift') },
    { key: 'drift.columns_warning', value: count('warning') },
    { key: 'drift.psi_max', value: worst },
    ...predictions.map(({ name, psi }) => ({ key: `drift.prediction_psi.${name}`, value: psi })),
    ...charted.map(({ name, psi }) => ({ key: keys.get(name) ?? name, value: psi })),
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
}
