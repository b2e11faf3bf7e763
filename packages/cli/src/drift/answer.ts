import type { ColumnDrift, DriftReport } from '@xgflow/serving';

/** What stands beside a report for a program. */
export interface DriftContext {
  readonly model: Readonly<Record<string, string | null>>;
  readonly current: string;
  readonly reference: string;
}

/** A drift report for a program: of `--json`, and beside the HTML in MLflow. */
export function driftAnswer(report: DriftReport, context: DriftContext): Record<string, unknown> {
  const { columns, predictions, target, metric, calibration } = report;
  return {
    status: report.status,
    model: context.model,
    current: context.current,
    reference: context.reference,
    rows: report.currentRows,
    reference_rows: report.referenceRows,
    alpha: report.alpha,
    psi_levels: report.levels,
    notes: report.notes,
    predictions: predictions.map(columnAnswer),
    metric: metric && {
      name: metric.metric,
      direction: metric.direction,
      severity: metric.severity,
      reference: metric.reference,
      current: metric.current,
      worse: metric.worse,
      p_adjusted: metric.adjustedPValue,
    },
    calibration: calibration && {
      severity: calibration.severity,
      actual_by_expected: calibration.actualByExpected,
      p_adjusted: calibration.adjustedPValue,
      bins: calibration.bins,
    },
    target: target && columnAnswer(target),
    labelled: report.labelled,
    columns: columns.map(columnAnswer),
  };
}

function columnAnswer(column: ColumnDrift): unknown {
  const { ks, chiSquare } = column;
  return {
    name: column.name,
    kind: column.kind,
    status: column.status,
    severity: column.severity,
    psi: column.psi,
    psi_by_chance: column.psiByChance,
    jensen_shannon: column.jensenShannon,
    ks: ks && { statistic: ks.statistic, p: ks.pValue },
    chi_square: chiSquare && {
      statistic: chiSquare.statistic,
      df: chiSquare.degreesOfFreedom,
      p: chiSquare.pValue,
    },
    p: column.pValue,
    p_adjusted: column.adjustedPValue,
    missing: column.missing,
    mean: column.mean,
    sd: column.sd,
    unseen_rows: column.unseenRows,
    new_levels: column.newLevels,
    bins: column.bins,
  };
}
