import { countByScore, groupByScore } from '../metrics/score-groups.ts';
import type { ScoredRows } from './scored-rows.ts';

/** The rows that share a score, with all rows above it counted in. */
export interface ScoreLevel {
  readonly score: number;
  /** Positive rows with this score or a greater one. */
  readonly positives: number;
  /** Rows of either class with this score or a greater one. */
  readonly rows: number;
}

/** The distinct scores from the highest down, with what is caught at each: what every ranking curve is made of. */
export function scoreLevels({ labels, scores }: ScoredRows): ScoreLevel[] {
  const groups = groupByScore(scores);
  const { positives, negatives } = countByScore(groups, { labels, weights: undefined });
  const distinct = new Float64Array(groups.count);
  for (const [row, score] of scores.entries()) distinct[groups.groupOfRow[row] ?? 0] = score;
  const levels: ScoreLevel[] = [];
  let [found, rows] = [0, 0];
  for (let group = groups.count - 1; group >= 0; group -= 1) {
    found += positives[group] ?? 0;
    rows += (positives[group] ?? 0) + (negatives[group] ?? 0);
    levels.push({ score: distinct[group] ?? NaN, positives: found, rows });
  }
  return levels;
}

/** How many of some labels are positive. */
export function positiveCount(labels: ArrayLike<number>): number {
  return Array.from(labels).reduce((sum, label) => sum + label, 0);
}
