import { evaluate, metricNames } from '../metrics/index.ts';
import { testInterval } from '../metrics/interval.ts';
import type { VariantMetrics } from './result.ts';
import type { SplitPlan } from './split-plan.ts';
import { mean, populationStd } from './trial-score.ts';
import type { Refit } from './work/refit.ts';
import { labelsOf } from './work/trial.ts';

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
  const train = evaluate(metricNames, labelsOf(split.trainRows, labels), refit.trainPredictions);
  const test = evaluate(metricNames, testLabels, refit.testPredictions);
  const folds = split.folds.map(({ validation }, index) =>
    evaluate(metricNames, labelsOf(validation, labels), refit.folds[index]?.predictions ?? new Float32Array()),
  );
  const intervals = testInterval(metricNames, testLabels, refit.testPredictions, { seed });
  const entries = metricNames.flatMap((metric) => {
    const perFold = folds.map((fold) => fold[metric]);
    return [
      [`train_${metric}`, train[metric]],
      [`cv_${metric}`, mean(perFold)],
      [`cv_${metric}_std`, populationStd(perFold)],
      [`test_${metric}`, test[metric]],
      [`test_${metric}_ci_low`, intervals[metric].low],
      [`test_${metric}_ci_high`, intervals[metric].high],
    ] as const;
  });
  return Object.fromEntries(entries);
}
