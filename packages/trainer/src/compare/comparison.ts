import type { MetricKey } from '../record/metric-key.ts';
import type { VariantRun } from '../record/variant-run.ts';
import { rankRuns } from '../registry/ranking.ts';
import type { Excluded } from '../registry/ranking.ts';

/** One variant in the table of a comparison. Numbers that a run does not carry are undefined. */
export interface ComparisonRow {
  readonly run: VariantRun;
  readonly variant: string;
  readonly train: Partial<Record<ComparedMetric, number>>;
  readonly test: Partial<Record<ComparedMetric, number>>;
  readonly cvMean: number | undefined;
  readonly cvStd: number | undefined;
  /** train − test of the metric sorted by: how much the model knows its training rows by heart. */
  readonly gap: number | undefined;
  /** 95 % bootstrap interval of the test metric sorted by. */
  readonly interval: readonly [low: number, high: number] | undefined;
  /** The test value lies within the interval of the best one: they cannot be told apart on these rows. */
  readonly tiesWithBest: boolean;
}

export interface Comparison {
  readonly metric: MetricKey;
  /** Best first. */
  readonly rows: readonly ComparisonRow[];
  /** Which run the cross-validated metric would choose, without looking at the test rows. */
  readonly cvChoice: VariantRun | undefined;
  readonly excluded: readonly Excluded[];
}

const compared = ['accuracy', 'f1', 'precision', 'recall', 'roc_auc'] as const;
export type ComparedMetric = (typeof compared)[number];

/** The seed's table: variants side by side, best first by `metric`. Pure. */
export function compareRuns(runs: readonly VariantRun[], metric: MetricKey): Comparison {
  const { ranked, excluded } = rankRuns(runs, metric);
  const [best] = ranked;
  const bestInterval = best && intervalOf(best, metric.metric);
  const rows = ranked.map((run): ComparisonRow => {
    const value = run.metrics[`test_${metric.metric}`];
    const train = run.metrics[`train_${metric.metric}`];
    return {
      run,
      variant: run.variant,
      train: pick(run, 'train'),
      test: pick(run, 'test'),
      cvMean: run.metrics[`cv_${metric.metric}`],
      cvStd: run.metrics[`cv_${metric.metric}_std`],
      gap: train === undefined || value === undefined ? undefined : train - value,
      interval: intervalOf(run, metric.metric),
      tiesWithBest: run !== best && isWithin(value, bestInterval),
    };
  });
  const [cvChoice] = rankRuns(runs, { ...metric, part: 'cv', key: `cv_${metric.metric}` }).ranked;
  return { metric, rows, cvChoice, excluded };
}

function pick(run: VariantRun, part: 'train' | 'test'): Partial<Record<ComparedMetric, number>> {
  return Object.fromEntries(
    compared.flatMap((name) => {
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
