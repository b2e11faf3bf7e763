import { lossOf } from '../metrics/index.ts';
import type { MetricName, Task } from '../metrics/index.ts';
import type { MetricKey } from '../record/metric-key.ts';
import type { VariantRun } from '../record/variant-run.ts';
import { rankRuns } from '../registry/ranking.ts';
import type { Excluded } from '../registry/ranking.ts';

/** One variant in the table of a comparison. Numbers that a run does not carry are undefined. */
export interface ComparisonRow {
  readonly run: VariantRun;
  readonly variant: string;
  readonly train: Partial<Record<MetricName, number>>;
  readonly test: Partial<Record<MetricName, number>>;
  readonly cvMean: number | undefined;
  readonly cvStd: number | undefined;
  /** How much better the metric sorted by is on the training rows: what the model knows by heart. */
  readonly gap: number | undefined;
  /** 95 % bootstrap interval of the test metric sorted by. */
  readonly interval: readonly [low: number, high: number] | undefined;
  /** The test value lies within the interval of the best one: they cannot be told apart on these rows. */
  readonly tiesWithBest: boolean;
}

export interface Comparison {
  readonly metric: MetricKey;
  /** Of all rows: runs of another task are excluded. Undefined without rows. */
  readonly task: Task | undefined;
  /** The metrics that rows carry: those of the task's table, and the one sorted by. */
  readonly metrics: readonly MetricName[];
  /** Best first. */
  readonly rows: readonly ComparisonRow[];
  /** Which run the cross-validated metric would choose, without looking at the test rows. */
  readonly cvChoice: VariantRun | undefined;
  readonly excluded: readonly Excluded[];
}

/** Shown whatever the table is sorted by. */
const always: Readonly<Record<Task, readonly MetricName[]>> = {
  binary: ['accuracy', 'f1', 'precision', 'recall', 'roc_auc'],
  multiclass: ['accuracy', 'f1_macro', 'f1_weighted', 'roc_auc_ovr', 'log_loss'],
  regression: ['mape', 'wape', 'rmse', 'mae', 'r2', 'ae_ratio'],
};

/** The seed's table: variants side by side, best first by `metric`. Pure. */
export function compareRuns(runs: readonly VariantRun[], metric: MetricKey): Comparison {
  const { task, ranked, excluded } = rankRuns(runs, metric);
  const metrics = [...new Set<MetricName>([...always[task ?? 'binary'], metric.metric])];
  const [best] = ranked;
  const bestInterval = best && intervalOf(best, metric.metric);
  const loss = (value: number): number => lossOf(value, metric.direction);
  const rows = ranked.map((run): ComparisonRow => {
    const value = run.metrics[`test_${metric.metric}`];
    const train = run.metrics[`train_${metric.metric}`];
    return {
      run,
      variant: run.variant,
      train: pick(run, 'train', metrics),
      test: pick(run, 'test', metrics),
      cvMean: run.metrics[`cv_${metric.metric}`],
      cvStd: run.metrics[`cv_${metric.metric}_std`],
      gap: train === undefined || value === undefined ? undefined : loss(value) - loss(train),
      interval: intervalOf(run, metric.metric),
      tiesWithBest: run !== best && isWithin(value, bestInterval),
    };
  });
  const rivals = runs.filter((run) => run.task === task);
  const [cvChoice] = rankRuns(rivals, { ...metric, part: 'cv', key: `cv_${metric.metric}` }).ranked;
  return { metric, task, metrics, rows, cvChoice, excluded };
}

function pick(
  run: VariantRun,
  part: 'train' | 'test',
  metrics: readonly MetricName[],
): Partial<Record<MetricName, number>> {
  return Object.fromEntries(
    metrics.flatMap((name) => {
      const value = run.metrics[`${part}_${name}`];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function intervalOf(run: VariantRun, metric: string): readonly [number, number] | undefined {
  const low = run.metrics[`test_${metric}_ci_low`];
  const high = run.metrics[`test_${metric}_ci_high`];
  return low === undefined || high === undefined ? undefined : [low, high];
}

function isWithin(
  value: number | undefined,
  interval: readonly [number, number] | undefined,
): boolean {
  return (
    value !== undefined && interval !== undefined && value >= interval[0] && value <= interval[1]
  );
}
