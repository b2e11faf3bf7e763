import { lossOf } from '../metrics/index.ts';
import type { Task } from '../metrics/index.ts';
import type { MetricKey } from '../record/metric-key.ts';
import type { VariantRun } from '../record/variant-run.ts';

/** A run that may not be registered, and why. */
export interface Excluded {
  readonly run: VariantRun;
  readonly reason: string;
}

export interface Ranking {
  /** Of the ranked runs; undefined where there are none. */
  readonly task: Task | undefined;
  /** Eligible runs, best first. */
  readonly ranked: readonly VariantRun[];
  readonly excluded: readonly Excluded[];
}

/**
 * Orders the runs that may be chosen: FINISHED, with a finite value of the metric, all of one task: the log loss of two
 * classes and that of ten are no rivals. Where an experiment mixes tasks, it is that of the run begun last. Ties go to
 * the higher test accuracy, then to the earlier start, then to the smaller run id, so that the same runs always give
 * the same winner.
 */
export function rankRuns(runs: readonly VariantRun[], metric: MetricKey): Ranking {
  const task = latestOf(runs.filter((run) => whyNot(run, metric.key) === undefined))?.task;
  const whyLeftOut = (run: VariantRun): string | undefined =>
    whyNot(run, metric.key) ?? otherTask(run, task);
  const excluded = runs.flatMap((run) => {
    const reason = whyLeftOut(run);
    return reason === undefined ? [] : [{ run, reason }];
  });
  const loss = (run: VariantRun): number =>
    lossOf(run.metrics[metric.key] ?? NaN, metric.direction);
  const value = (run: VariantRun, key: string): number => run.metrics[key] ?? -Infinity;
  const ranked = runs
    .filter((run) => whyLeftOut(run) === undefined)
    .toSorted(
      (a, b) =>
        compare(loss(a), loss(b)) ||
        compare(value(b, 'test_accuracy'), value(a, 'test_accuracy')) ||
        a.startTime - b.startTime ||
        (a.runId < b.runId ? -1 : 1),
    );
  return { task, ranked, excluded };
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function latestOf(runs: readonly VariantRun[]): VariantRun | undefined {
  return runs.toSorted((a, b) => b.startTime - a.startTime)[0];
}

function otherTask(run: VariantRun, task: Task | undefined): string | undefined {
  return run.task === task
    ? undefined
    : `its task is ${run.task}, and the latest run is ${task ?? 'none'}: --sweep ${run.sweepId} looks at it`;
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
