import { wilsonInterval } from '../../../metrics/wilson-interval.ts';
import type { ClassCell } from '../../findings.ts';

/** A share with Wilson's 95 % interval; NaN where there is nothing to divide by. */
export interface Rate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How well one class is recognised. */
export interface ClassRate {
  readonly name: string;
  /** Cases that are of it. */
  readonly rows: number;
  /** Cases that were decided to be of it. */
  readonly decided: number;
  /** Of those decided to be of it, the share that is. */
  readonly precision: Rate;
  /** Of those that are of it, the share that was decided so. */
  readonly recall: Rate;
}

/** Each class against all others, in the order of the confusion matrix. */
export function classRates(cells: readonly ClassCell[]): ClassRate[] {
  return classNames(cells).map((name) => {
    const rows = sumOf(cells.filter(({ actual }) => actual === name));
    const decided = sumOf(cells.filter(({ predicted }) => predicted === name));
    const right = sumOf(cells.filter((cell) => cell.actual === name && cell.predicted === name));
    return { name, rows, decided, precision: rateOf(right, decided), recall: rateOf(right, rows) };
  });
}

/** All cases, and how many of them are decided rightly. */
export function rightOf(cells: readonly ClassCell[]): Rate & { readonly rows: number } {
  const rows = sumOf(cells);
  return { rows, ...rateOf(sumOf(cells.filter((cell) => cell.actual === cell.predicted)), rows) };
}

/** The classes in the order of the confusion matrix. */
export function classNames(cells: readonly ClassCell[]): string[] {
  return [...new Set(cells.map(({ actual }) => actual))];
}

function rateOf(part: number, whole: number): Rate {
  return { value: part / whole, ...wilsonInterval(part, whole) };
}

function sumOf(cells: readonly ClassCell[]): number {
  return cells.reduce((sum, { rows }) => sum + rows, 0);
}
