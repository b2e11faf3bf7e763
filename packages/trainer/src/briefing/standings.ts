import type { Comparison } from '../compare/comparison.ts';
import { lossOf } from '../metrics/index.ts';
import { percentileInterval } from '../metrics/percentile.ts';
import type { MetricKey } from '../record/metric-key.ts';
import { runTags } from '../record/run-tags.ts';
import type { VariantRun } from '../record/variant-run.ts';

/** How a variant or an ensemble stands to the best one. */
export interface Standing {
  readonly run: VariantRun;
  readonly name: string;
  /** How an ensemble is made; undefined: a variant. */
  readonly ensemble: string | undefined;
  /** Of the test cases. */
  readonly value: number | undefined;
  readonly interval: readonly [low: number, high: number] | undefined;
  readonly cvMean: number | undefined;
  /** How much better the best one is; undefined for itself, and where the two were not judged on the same resamples. */
  readonly behind: PairedGain | undefined;
  /** Not shown to be worse than the best one. */
  readonly ties: boolean;
}

/** A difference in the metric's direction, above 0 is better, with its paired 95 % bootstrap interval. */
export interface PairedGain {
  readonly gain: number;
  readonly low: number;
  readonly high: number;
}

/** A metric on each resample of the test cases, by run; of a run that does not hold them undefined. */
export type ResampledRuns = ReadonlyMap<string, Float64Array | undefined>;

/**
 * The compared runs with what their differences are worth: a run ties with the best one when the paired interval of
 * the difference holds 0. Without resamples that pair, when its value lies within the best one's interval.
 */
export function standings({ metric, rows }: Comparison, resampled: ResampledRuns): Standing[] {
  const [best] = rows;
  return rows.map((row): Standing => {
    const behind =
      best && row !== best ? gainOver(best.run, row.run, metric, resampled) : undefined;
    return {
      run: row.run,
      name: row.variant,
      ensemble: row.run.tags[runTags.ensemble],
      value: valueOf(row.run, metric),
      interval: row.interval,
      cvMean: row.cvMean,
      behind,
      ties: row !== best && (behind ? behind.low <= 0 : row.tiesWithBest),
    };
  });
}

/**
 * How much better one run is than another on the test cases; undefined where they were not judged on the same
 * resamples.
 */
export function gainOver(
  one: VariantRun,
  other: VariantRun,
  metric: MetricKey,
  resampled: ResampledRuns,
): PairedGain | undefined {
  const [own, theirs] = [one, other].map(({ runId }) => resampled.get(runId));
  const [value, than] = [valueOf(one, metric), valueOf(other, metric)];
  if (!own || own.length !== theirs?.length || value === undefined || than === undefined) {
    return undefined;
  }
  if (!sameTestRows(one, other)) return undefined;
  const gain = (a: number, b: number): number =>
    lossOf(b, metric.direction) - lossOf(a, metric.direction);
  const gains = own.map((each, place) => gain(each, theirs[place] ?? NaN));
  const { low, high } = percentileInterval(gains, 0.95);
  return Number.isNaN(low) ? undefined : { gain: gain(value, than), low, high };
}

/** The same split of the same sweep has the same test rows in the same order, and so the same resamples. */
function sameTestRows(one: VariantRun, other: VariantRun): boolean {
  const keys = ['split.test_size', 'split.seed', 'split.stratify'];
  return keys.every((key) => one.params[key] === other.params[key]);
}

function valueOf({ metrics }: VariantRun, { metric }: MetricKey): number | undefined {
  return metrics[`test_${metric}`];
}
