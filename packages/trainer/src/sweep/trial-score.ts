import { lossOf } from '../metrics/index.ts';
import type { MetricDirection } from '../metrics/index.ts';
import type { TrialRecord } from './result.ts';

/** Mean over the folds. NaN for a failed trial. */
export function meanScore({ foldScores }: TrialRecord): number {
  return foldScores.length === 0 ? NaN : mean(foldScores);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Population standard deviation (ddof 0), as in scikit-learn's `std_test_score`. */
export function populationStd(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

/** Best first; equal scores keep the earlier trial first; failed ones are left out. */
export function rankTrials(
  trials: readonly TrialRecord[],
  direction: MetricDirection,
): TrialRecord[] {
  return trials
    .filter((trial) => Number.isFinite(meanScore(trial)))
    .map((trial) => ({ trial, loss: lossOf(meanScore(trial), direction) }))
    .toSorted((a, b) => a.loss - b.loss || a.trial.index - b.trial.index)
    .map(({ trial }) => trial);
}

/** The best of some scores; those that are not finite do not count. Undefined if none does. */
export function bestScore(
  scores: readonly number[],
  direction: MetricDirection,
): number | undefined {
  return scores
    .filter(Number.isFinite)
    .toSorted((a, b) => lossOf(a, direction) - lossOf(b, direction))[0];
}
