import { sum } from './class-counts.ts';
import type { ClassCounts } from './class-counts.ts';

/** How one class was recognised. */
export interface ClassResult {
  /** Rows that are of it. */
  readonly actual: number;
  /** Rows that were decided to be of it. */
  readonly decided: number;
  /** Rows of it that were decided so. */
  readonly right: number;
}

/** The classes that some row is of or was decided to be of: those that scikit-learn averages over. */
function presentClasses(counts: ClassCounts): ClassResult[] {
  const { actual, decided, right } = counts;
  return Array.from(actual, (rows, code) => ({
    actual: rows,
    decided: decided[code] ?? 0,
    right: right[code] ?? 0,
  })).filter((result) => result.actual + result.decided > 0);
}

/** scikit-learn's `average='macro'`: the plain mean over the classes. */
export function macroMean(counts: ClassCounts, of: (result: ClassResult) => number): number {
  const present = presentClasses(counts);
  return sum(Float64Array.from(present, of)) / present.length;
}

/** scikit-learn's `average='weighted'`: classes count as often as they have rows. */
export function weightedMean(counts: ClassCounts, of: (result: ClassResult) => number): number {
  const present = presentClasses(counts);
  return sum(Float64Array.from(present, (result) => result.actual * of(result))) / counts.rows;
}
