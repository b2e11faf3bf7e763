import type { EvalHistory } from '@xgflow/xgboost-node';
import { mean } from './trial-score.ts';

/**
 * Learning curves by name: `train-<metric>` of the refit, and `cv-<metric>`, the mean over the folds
 * for as long as all of them ran, so that a fold that stopped early does not bend the curve. A parameter
 * of the metric stands behind a colon, `cv-error:0.7`: MLflow has no @ in keys.
 */
export function learningCurves(
  refit: EvalHistory,
  folds: readonly EvalHistory[],
): Record<string, readonly number[]> {
  const train = Object.entries(refit.train ?? {}).map(
    ([metric, values]) => [`train-${keyOf(metric)}`, values] as const,
  );
  const [first] = folds;
  const cv = Object.keys(first?.validation ?? {}).map((metric) => {
    const perFold = folds.map((fold) => fold.validation?.[metric] ?? []);
    const rounds = Math.min(...perFold.map((values) => values.length));
    const values = Array.from({ length: rounds }, (_, round) =>
      mean(perFold.map((fold) => fold[round] ?? NaN)),
    );
    return [`cv-${keyOf(metric)}`, values] as const;
  });
  return Object.fromEntries([...train, ...cv]);
}

function keyOf(metric: string): string {
  return metric.replace('@', ':');
}
