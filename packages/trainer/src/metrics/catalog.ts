import { accuracy } from './accuracy.ts';
import { BinarySample } from './binary-sample.ts';
import { brier } from './brier.ts';
import { f1 } from './f1.ts';
import { kappa } from './kappa.ts';
import { logLoss } from './log-loss.ts';
import { mcc } from './mcc.ts';
import type { Metric } from './metric.ts';
import { prAuc } from './pr-auc.ts';
import { precision } from './precision.ts';
import { recall } from './recall.ts';
import { rocAuc } from './roc-auc.ts';
import { UnknownMetricError } from './unknown-metric-error.ts';

export type { MetricDirection } from './metric.ts';

/** Every metric by name: the only list, and the only place where a direction is declared. */
export const metricCatalog = {
  accuracy: entry(accuracy),
  f1: entry(f1),
  precision: entry(precision),
  recall: entry(recall),
  roc_auc: entry(rocAuc),
  pr_auc: entry(prAuc),
  log_loss: entry(logLoss),
  brier: entry(brier),
  kappa: entry(kappa),
  mcc: entry(mcc),
} as const;

export type MetricName = keyof typeof metricCatalog;

/** A metric with a shortcut for one-off use. */
export interface CatalogEntry extends Metric {
  /**
   * The metric of these rows; a row is decided positive when its score is above `threshold` (default 0.5).
   *
   * @throws {MetricInputError} if the input cannot be evaluated.
   * @throws {UndefinedMetricError} where the metric has no value.
   */
  readonly compute: (
    labels: ArrayLike<number>,
    scores: Float32Array | Float64Array,
    threshold?: number,
  ) => number;
}

export const metricNames = Object.keys(metricCatalog) as readonly MetricName[];

export function isMetricName(name: string): name is MetricName {
  return Object.hasOwn(metricCatalog, name);
}

/** @throws {UnknownMetricError} if the catalog has no such metric. */
export function metricByName(name: string): CatalogEntry {
  if (!isMetricName(name)) {
    throw new UnknownMetricError(name, metricNames);
  }
  return metricCatalog[name];
}

function entry(metric: Metric): CatalogEntry {
  return {
    ...metric,
    compute: (labels, scores, threshold) =>
      metric.of(new BinarySample({ labels, scores, threshold })),
  };
}
