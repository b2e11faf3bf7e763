import type { Verdict } from '../case.ts';

/** A goal that is met when the value is at least the bound. */
export function atLeast(goal: string, value: number, bound: number, unit: string): Verdict {
  return { goal, value, unit, met: value >= bound };
}

/** A goal that is met when the value is at most the bound. */
export function atMost(goal: string, value: number, bound: number, unit: string): Verdict {
  return { goal, value, unit, met: value <= bound };
}
