import { evaluate, metricNames, testInterval } from '../../metrics/index.ts';
import { RandomState } from '../../split/index.ts';
import type { VariantMetrics } from '../result.ts';
import type { SplitPlan } from '../split-plan.ts';
import { mean, populationStd } from '../trial-score.ts';
import { labelsOf } from './labels-of.ts';
import type { Refit } from './refit.ts';

/**
 * Every metric of a fitted variant: `train_*` and `test_*` of the refitted model, `cv_*` as mean and
 * `_std` over the folds' validation parts, and the 95 % bootstrap interval of each `test_*`.
 *
 * @param seed of the bootstrap
 */
export function evaluateVariant(
  refit: Refit,
  split: SplitPlan,
  labels: Uint8Array,
  seed: number,
): VariantMetrics {
  const testLabels = labelsOf(split.testRows, labels);
  const test = evaluate(metricNames, testLabels, refit.testPredictions);
  const train = evaluate(metricNames, labelsOf(split.trainRows, labels), refit.trainPredictions);
  const folds = split.folds.map(({ validation }, index) =>
    evaluate(
      metricNames,
      labelsOf(validation, labels),
      refit.folds[index]?.predictions ?? new Float32Array(),
    ),
  );
  const intervals = testInterval(metricNames, testLabels, refit.testPredictions, {
    random: new RandomState(seed),
  });
  const entries = metricNames.flatMap((metric): [string, number][] => {
    const perFold = folds.map((fold) => fold[metric]);
    return [
      [`train_${metric}`, train[metric]],
      [`cv_${metric}`, mean(perFold)],
      [`cv_${metric}_std`, populationStd(perFold)],
      [`test_${metric}`, test[metric]],
      [`test_${metric}_ci_low`, intervals[metric].low],
      [`test_${metric}_ci_high`, intervals[metric].high],
    ];
  });
  return Object.fromEntries(entries);
}
