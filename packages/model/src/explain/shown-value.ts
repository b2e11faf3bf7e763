import type { Feature } from '../codec/feature.ts';

/** A coded cell as people know it: a level, a number, or null for missing. */
export function shownValue(feature: Feature, value: number): number | string | null {
  if (Number.isNaN(value)) return null;
  return feature.kind === 'numeric' ? shortest(value) : (feature.levels[value] ?? null);
}

/** The shortest decimal that is this 32-bit float: 0.1, not 0.10000000149011612. */
function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}
