import { accuracy } from './accuracy.ts';
import { BinarySample } from './binary-sample.ts';
import { brier } from './brier.ts';
import type { MetricDirection } from './direction.ts';
import { ece } from './ece.ts';
import { f1 } from './f1.ts';
import { kappa } from './kappa.ts';
import { logLoss } from './log-loss.ts';
import { mcc } from './mcc.ts';
import type { Metric } from './metric.ts';
import { multiclassAccuracy } from './multiclass/accuracy.ts';
import { f1Macro, f1Weighted } from './multiclass/f1.ts';
import { multiclassKappa } from './multiclass/kappa.ts';
import { multiclassLogLoss } from './multiclass/log-loss.ts';
import { multiclassMcc } from './multiclass/mcc.ts';
import { precisionMacro } from './multiclass/precision-macro.ts';
import { recallMacro } from './multiclass/recall-macro.ts';
import { rocAucOvr } from './multiclass/roc-auc-ovr.ts';
import { prAuc } from './pr-auc.ts';
import { precision } from './precision.ts';
import { recall } from './recall.ts';
import { aeRatio } from './regression/ae-ratio.ts';
import { deviance } from './regression/deviance.ts';
import { mae } from './regression/mae.ts';
import { mape } from './regression/mape.ts';
import { pinball } from './regression/pinball.ts';
import { r2 } from './regression/r2.ts';
import { rmse } from './regression/rmse.ts';
import { wape } from './regression/wape.ts';
import { rocAuc } from './roc-auc.ts';
import type { Task } from './task.ts';

/**
 * Every metric by task and name: the only list, and the only place where a direction is declared. A name that several
 * tasks have means the same in all of them, so its direction is the same too.
 */
export const metricCatalog = {
  binary: {
    accuracy: entry(accuracy),
    f1: entry(f1),
    precision: entry(precision),
    recall: entry(recall),
    roc_auc: entry(rocAuc),
    pr_auc: entry(prAuc),
    log_loss: entry(logLoss),
    brier: entry(brier),
    ece: entry(ece),
    kappa: entry(kappa),
    mcc: entry(mcc),
  },
  multiclass: {
    accuracy: multiclassAccuracy,
    f1_macro: f1Macro,
    f1_weighted: f1Weighted,
    precision_macro: precisionMacro,
    recall_macro: recallMacro,
    roc_auc_ovr: rocAucOvr,
    log_loss: multiclassLogLoss,
    kappa: multiclassKappa,
    mcc: multiclassMcc,
  },
  regression: { rmse, mae, mape, wape, r2, pinball, deviance, ae_ratio: aeRatio },
} as const;

export type BinaryMetricName = keyof typeof metricCatalog.binary;
export type MetricName =
  BinaryMetricName | keyof typeof metricCatalog.multiclass | keyof typeof metricCatalog.regression;

/** A binary metric with a shortcut for one-off use. */
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

const directions = new Map(
  Object.values<Readonly<Record<string, { readonly direction: MetricDirection }>>>(
    metricCatalog,
  ).flatMap((metrics) =>
    Object.entries(metrics).map(([name, { direction }]) => [name as MetricName, direction]),
  ),
);

/** Of all tasks, each name once. */
export const metricNames: readonly MetricName[] = [...directions.keys()];

/** The metrics of one task, in the catalog's order. */
export function metricNamesOf(task: Task): readonly MetricName[] {
  return Object.keys(metricCatalog[task]) as MetricName[];
}

/** Whether any task, or the given one, has a metric of this name. */
export function isMetricName(name: string, task?: Task): name is MetricName {
  return task === undefined
    ? directions.has(name as MetricName)
    : Object.hasOwn(metricCatalog[task], name);
}

export function directionOf(name: MetricName): MetricDirection {
  const direction = directions.get(name);
  if (!direction) throw new RangeError(`no metric ${name}`);
  return direction;
}

function entry(metric: Metric): CatalogEntry {
  return {
    ...metric,
    compute: (labels, scores, threshold) =>
      metric.of(new BinarySample({ labels, scores, threshold })),
  };
}
