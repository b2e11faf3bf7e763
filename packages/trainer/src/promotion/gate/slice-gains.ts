import { UndefinedMetricError } from '../../metrics/index.ts';
import type { PromotionPolicy } from '../policy/policy.ts';
import { pairedGain } from './paired-gain.ts';
import type { ModelScores, PairedGainOptions } from './paired-gain.ts';
import { slicesOf } from './slices.ts';
import type { SliceColumn } from './slices.ts';

/**
 * A slice judged: numbers are null where the slice is too small, or the metric has no value on it; the gain also where
 * one of the two is infinitely far from what is best.
 */
export interface SliceGain {
  readonly column: string;
  readonly value: string;
  readonly rows: number;
  readonly candidate: number | null;
  readonly champion: number | null;
  readonly gain: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  readonly verdict: 'ok' | 'worse' | 'too_few' | 'undefined';
}

/**
 * The gain in every slice of the columns. A slice is worse when it loses more than `max_drop` and, with
 * `beyond_noise`, its whole interval lies below zero.
 */
export async function sliceGains(
  columns: readonly SliceColumn[],
  options: PairedGainOptions,
  policy: PromotionPolicy['slices'],
  signal?: AbortSignal,
): Promise<SliceGain[]> {
  const gains: SliceGain[] = [];
  for (const slice of columns.flatMap(slicesOf)) {
    gains.push(await sliceGain(slice, options, policy, signal));
  }
  return gains;
}

async function sliceGain(
  { column, value, rows }: ReturnType<typeof slicesOf>[number],
  options: PairedGainOptions,
  policy: PromotionPolicy['slices'],
  signal: AbortSignal | undefined,
): Promise<SliceGain> {
  const place = { column, value, rows: rows.length };
  if (rows.length < policy.min_rows) return { ...place, ...nothing, verdict: 'too_few' };
  try {
    const found = await pairedGain(taken(options, rows), signal);
    const { candidate, champion, gain, high, low } = found;
    const beyondNoise = high < 0 || gain === -Infinity;
    const lost = -gain > policy.max_drop && (!policy.beyond_noise || beyondNoise);
    return {
      ...place,
      candidate,
      champion,
      gain: Number.isFinite(gain) ? gain : null,
      interval: Number.isNaN(low) ? null : [low, high],
      verdict: lost ? 'worse' : 'ok',
    };
  } catch (error) {
    if (error instanceof UndefinedMetricError)
      return { ...place, ...nothing, verdict: 'undefined' };
    throw error;
  }
}

const nothing = { candidate: null, champion: null, gain: null, interval: null } as const;

function taken(options: PairedGainOptions, rows: Int32Array): PairedGainOptions {
  const { labels } = options;
  const part = (of: ModelScores): ModelScores => {
    // Several classes have as many scores a row.
    const width = of.scores.length / labels.length;
    const scores = Float32Array.from(
      { length: rows.length * width },
      (_, at) => of.scores[(rows[Math.floor(at / width)] ?? 0) * width + (at % width)] ?? NaN,
    );
    return { ...of, scores };
  };
  return {
    ...options,
    labels: Float64Array.from(rows, (row) => labels[row] ?? NaN),
    candidate: part(options.candidate),
    champion: part(options.champion),
  };
}
