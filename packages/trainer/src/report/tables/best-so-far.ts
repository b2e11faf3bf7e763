import { lossOf } from '../../metrics/index.ts';
import type { MetricDirection } from '../../metrics/index.ts';
import type { TrialPoint } from '../trial-point.ts';

/** How far a variant's search has come with a trial. */
export type ProgressRow = Readonly<{
  variant: string;
  /** Trials drawn so far, this one counted. */
  trials: number;
  /** Of this trial; null when it failed. */
  score: number | null;
  /** The best score up to here; null as long as every trial failed. */
  best: number | null;
}>;

/** One row a trial, in the order in which a variant's trials were drawn, not in which they ended. */
export function progressRows(
  trials: readonly TrialPoint[],
  direction: MetricDirection,
): ProgressRow[] {
  const better = (a: number, b: number): number =>
    lossOf(b, direction) < lossOf(a, direction) ? b : a;
  return [...new Set(trials.map(({ variant }) => variant))].flatMap((variant) => {
    let best: number | null = null;
    return trials
      .filter((trial) => trial.variant === variant)
      .toSorted((a, b) => a.index - b.index)
      .map(({ score }, place) => {
        const finite = Number.isFinite(score) ? score : null;
        if (finite !== null) best = best === null ? finite : better(best, finite);
        return { variant, trials: place + 1, score: finite, best };
      });
  });
}
