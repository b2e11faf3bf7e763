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
  const sign = direction === 'maximize' ? -1 : 1;
  return trials
    .filter((trial) => Number.isFinite(meanScore(trial)))
    .toSorted((a, b) => sign * (meanScore(a) - meanScore(b)) || a.index - b.index);
}

/** The best of some scores; those that are not finite do not count. Undefined if none does. */
export function bestScore(
  scores: readonly number[],
  direction: MetricDirection,
): number | undefined {
  const finite = scores.filter(Number.isFinite);
  if (finite.length === 0) return undefined;
  return direction === 'maximize' ? Math.max(...finite) : Math.min(...finite);
}
