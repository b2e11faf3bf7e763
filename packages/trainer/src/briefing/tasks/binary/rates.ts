import type { Decisions } from '../../findings.ts';

export interface Rates {
  /** Of the flagged cases, the share that is positive. */
  readonly precision: number;
  /** Of the positive cases, the share that is flagged. */
  readonly recall: number;
  /** Of the negative cases, the share that is flagged. */
  readonly falseAlarms: number;
  /** Of all cases, the share that is flagged. */
  readonly flagged: number;
  /** Of all cases, the share that is positive. */
  readonly base: number;
  readonly rows: number;
}

/** What the four counts come to; NaN where there is nothing to divide by. */
export function rates(decisions: Decisions): Rates {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = decisions;
  const flagged = truePositives + falsePositives;
  const positives = truePositives + falseNegatives;
  const negatives = falsePositives + trueNegatives;
  const rows = positives + negatives;
  return {
    precision: truePositives / flagged,
    recall: truePositives / positives,
    falseAlarms: falsePositives / negatives,
    flagged: flagged / rows,
    base: positives / rows,
    rows,
  };
}
