import { BinarySample } from './binary-sample.ts';
import { metricCatalog } from './catalog.ts';
import type { MetricName } from './catalog.ts';
import type { Judgement } from './judgement.ts';
import type { Metric } from './metric.ts';
import { MulticlassSample } from './multiclass/multiclass-sample.ts';
import { RegressionSample } from './regression/regression-sample.ts';
import { UndefinedMetricError } from './undefined-metric-error.ts';
import { UnknownMetricError } from './unknown-metric-error.ts';

/** Rows of any task, ready to be judged; what several metrics share is computed once. */
export interface JudgedRows {
  /** @throws {UnknownMetricError} for a metric of another task · {UndefinedMetricError} where it has no value */
  readonly value: (name: MetricName) => number;
  /** The same rows, row i counted `weights[i]` times. */
  readonly resampled: (weights: Int32Array) => JudgedRows;
}

/**
 * @param labels class codes (binary: 1 is positive) or values, one per row
 * @param scores probability of the positive class, of each class in turn (multiclass), or predicted value
 * @throws {MetricInputError} if the input cannot be evaluated.
 */
export function judge(
  labels: ArrayLike<number>,
  scores: Float32Array | Float64Array,
  judgement: Judgement,
): JudgedRows {
  switch (judgement.task) {
    case 'binary': {
      const { threshold } = judgement;
      return judged(new BinarySample({ labels, scores, threshold }), metricCatalog.binary);
    }
    case 'multiclass':
      return judged(new MulticlassSample({ labels, scores }), metricCatalog.multiclass);
    case 'regression':
      return judged(
        new RegressionSample({ ...judgement, labels, scores }),
        metricCatalog.regression,
      );
  }
}

/** A metric's value, or NaN where it has none. */
export function valueOrNaN(rows: JudgedRows, name: MetricName): number {
  try {
    return rows.value(name);
  } catch (error) {
    if (error instanceof UndefinedMetricError) return Number.NaN;
    throw error;
  }
}

interface Resampling<Sample> {
  readonly resampled: (weights: Int32Array) => Sample;
}

function judged<Sample extends Resampling<Sample>>(
  sample: Sample,
  metrics: Readonly<Record<string, Metric<Sample>>>,
): JudgedRows {
  return {
    value: (name) => {
      const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
      if (!metric) throw new UnknownMetricError(name, Object.keys(metrics));
      return metric.of(sample);
    },
    resampled: (weights) => judged(sample.resampled(weights), metrics),
  };
}
