import { MetricInputError } from './metric-input-error.ts';

/** @throws {MetricInputError} unless the score is a probability. */
export function checkProbability(score: number): number {
  if (score < 0 || score > 1) {
    throw new MetricInputError(
      `score ${score} is no probability · metrics · give values from 0 to 1`,
    );
  }
  return score;
}
