import { bootstrap } from '../../metrics/bootstrap.ts';
import { judge, metricNamesOf, valueOrNaN } from '../../metrics/index.ts';
import type { Judgement, MetricName } from '../../metrics/index.ts';
import { percentileInterval } from '../../metrics/percentile.ts';
import { mapeUndefinedRows } from '../../metrics/regression/mape.ts';
import { RandomState } from '../../split/index.ts';
import type { Resamples, VariantMetrics } from '../result.ts';
import type { SplitPlan } from '../split-plan.ts';
import { mean, populationStd } from '../trial-score.ts';
import { labelsOf } from './labels-of.ts';
import type { Refit } from './refit.ts';

/** What a fitted variant, or an ensemble, says of the rows of each part. */
type ScoredParts = Pick<Refit, 'trainPredictions' | 'testPredictions'> & {
  readonly folds: readonly Pick<Refit['folds'][number], 'predictions'>[];
};

/** What a fitted variant, or an ensemble, is evaluated on. */
export interface Evaluation {
  readonly refit: ScoredParts;
  readonly split: SplitPlan;
  readonly labels: Float64Array;
  readonly judgement: Judgement;
  /** Seed of the bootstrap. */
  readonly seed: number;
}

/** What a fitted variant, or an ensemble, is worth. */
export interface Evaluated {
  readonly metrics: VariantMetrics;
  /** Each test metric on every resample of the test rows; NaN where it has no value there. */
  readonly resamples: Resamples;
}

/**
 * Every metric of a fitted variant: `train_*` and `test_*` of the refitted model, `cv_*` as mean and
 * `_std` over the folds' validation parts, and the 95 % bootstrap interval of each `test_*`. What has no
 * value, such as the AUC of a part of one class, is left out. Of a regression also the rows that MAPE
 * leaves out.
 */
export function evaluateVariant(evaluation: Evaluation): Evaluated {
  const { refit, split, labels, judgement, seed } = evaluation;
  const names = metricNamesOf(judgement.task);
  const valuesOn = (rows: Int32Array, scores: Float32Array) => {
    const judged = judge(labelsOf(rows, labels), scores, judgement);
    return new Map(names.map((name) => [name, valueOrNaN(judged, name)]));
  };
  const test = valuesOn(split.testRows, refit.testPredictions);
  const train = valuesOn(split.trainRows, refit.trainPredictions);
  const folds = split.folds.map(({ validation }, index) =>
    valuesOn(validation, refit.folds[index]?.predictions ?? new Float32Array()),
  );
  const testLabels = labelsOf(split.testRows, labels);
  const [resamples = {} as Record<MetricName, Float64Array>] = bootstrap({
    names,
    labels: testLabels,
    runs: [{ scores: refit.testPredictions, judgement }],
    random: new RandomState(seed),
  });
  const entries = names.flatMap((metric): [string, number][] => {
    const perFold = folds.map((fold) => fold.get(metric) ?? NaN);
    const interval = percentileInterval(resamples[metric], 0.95);
    return [
      [`train_${metric}`, train.get(metric) ?? NaN],
      [`cv_${metric}`, mean(perFold)],
      [`cv_${metric}_std`, populationStd(perFold)],
      [`test_${metric}`, test.get(metric) ?? NaN],
      [`test_${metric}_ci_low`, interval.low],
      [`test_${metric}_ci_high`, interval.high],
    ];
  });
  const metrics = Object.fromEntries([
    ...entries.filter(([, value]) => !Number.isNaN(value)),
    ...(judgement.task === 'regression' ? undefinedRows(split, labels) : []),
  ]);
  return { metrics, resamples };
}

/** How many rows of each part MAPE leaves out. */
function undefinedRows(split: SplitPlan, labels: Float64Array): [string, number][] {
  const count = (rows: Int32Array): number => mapeUndefinedRows(labelsOf(rows, labels));
  return [
    ['train_mape_undefined_rows', count(split.trainRows)],
    ['test_mape_undefined_rows', count(split.testRows)],
  ];
}
