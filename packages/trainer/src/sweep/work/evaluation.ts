import { bootstrap, bootstrapIntervals, evaluate, metricNames } from '../../metrics/index.ts';
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
  const test = { labels: labelsOf(split.testRows, labels), scores: refit.testPredictions };
  const onTrain = evaluate({ labels: labelsOf(split.trainRows, labels), scores: refit.trainPredictions });
  const onTest = evaluate(test);
  const onFolds = split.folds.map(({ validation }, index) =>
    evaluate({
      labels: labelsOf(validation, labels),
      scores: refit.folds[index]?.predictions ?? new Float32Array(),
    }),
  );
  const [resampled] = bootstrap({
    labels: test.labels,
    scores: [test.scores],
    names: metricNames,
    random: new RandomState(seed),
  });
  const intervals = resampled && bootstrapIntervals(resampled);
  const entries = metricNames.flatMap((metric) => {
    const perFold = onFolds.map((fold) => fold[metric]);
    const interval = intervals?.[metric];
    return [
      [`train_${metric}`, onTrain[metric]],
      [`cv_${metric}`, mean(perFold)],
      [`cv_${metric}_std`, populationStd(perFold)],
      [`test_${metric}`, onTest[metric]],
      ...(interval
        ? [
            [`test_${metric}_ci_low`, interval.low],
            [`test_${metric}_ci_high`, interval.high],
          ]
        : []),
    ] as [string, number][];
  });
  return Object.fromEntries(entries);
}
