import { lossOf } from '../metrics/index.ts';
import type { MetricKey } from '../record/metric-key.ts';
import type { VariantRun } from '../record/variant-run.ts';

/** A run that may not be registered, and why. */
export interface Excluded {
  readonly run: VariantRun;
  readonly reason: string;
}

export interface Ranking {
  /** Eligible runs, best first. */
  readonly ranked: readonly VariantRun[];
  readonly excluded: readonly Excluded[];
}

/**
 * Orders the runs that may be chosen: FINISHED, with a finite value of the metric. Ties go to the
 * higher test accuracy, then to the earlier start, then to the smaller run id, so that the same runs
 * always give the same winner.
 */
export function rankRuns(runs: readonly VariantRun[], metric: MetricKey): Ranking {
  const excluded = runs.flatMap((run) => {
    const reason = whyNot(run, metric.key);
    return reason === undefined ? [] : [{ run, reason }];
  });
  const loss = (run: VariantRun): number =>
    lossOf(run.metrics[metric.key] ?? NaN, metric.direction);
  const value = (run: VariantRun, key: string): number => run.metrics[key] ?? -Infinity;
  const ranked = runs
    .filter((run) => whyNot(run, metric.key) === undefined)
    .toSorted(
      (a, b) =>
        compare(loss(a), loss(b)) ||
        compare(value(b, 'test_accuracy'), value(a, 'test_accuracy')) ||
        a.startTime - b.startTime ||
        (a.runId < b.runId ? -1 : 1),
    );
  return { ranked, excluded };
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function whyNot(run: VariantRun, key: string): string | undefined {
  if (run.status !== 'FINISHED') return `its run is ${run.status}`;
  const value = run.metrics[key];
  if (value === undefined) return `it has no ${key}`;
  // MLflow keeps ±Infinity as the largest double.
  if (!Number.isFinite(value) || Math.abs(value) === Number.MAX_VALUE)
    return `its ${key} is ${value}`;
  return undefined;
}
