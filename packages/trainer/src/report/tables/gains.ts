import { positiveCount, scoreLevels } from '../score-levels.ts';
import type { ScoredRows } from '../scored-rows.ts';

/** What is caught when the rows are worked through from the highest score down. */
export type GainPoint = Readonly<{
  /** The lowest score worked through; null before the first row. */
  threshold: number | null;
  /** Share of all rows worked through. */
  rows_share: number;
  /** Share of the positive rows found among them; NaN when no row is positive. */
  gain: number;
  /** How many times as many as a random choice of the same size finds; null before the first row. */
  lift: number | null;
}>;

/** One point for each distinct score after the point (0, 0): rows with equal scores come all at once, as in no given order. */
export function gainPoints(sample: ScoredRows): GainPoint[] {
  const positives = positiveCount(sample.labels);
  const points = scoreLevels(sample).map((level) => {
    const share = level.rows / sample.labels.length;
    const gain = level.positives / positives;
    return { threshold: level.score, rows_share: share, gain, lift: gain / share };
  });
  return [{ threshold: null, rows_share: 0, gain: 0, lift: null }, ...points];
}
