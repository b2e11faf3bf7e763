import type { Levels } from '@xgflow/data';
import type { CategoricalProfile } from './reference-profile.ts';

/** Levels with a count of their own. */
const mostLevels = 50;

/** Where there are more levels, one in fewer rows is not kept: the luckiest of many would look frequent. */
const fewestRows = 20;

/** A coded column; −1 is missing. */
export interface LevelCodes {
  readonly levels: Levels;
  readonly codes: Int32Array;
  /** Of the rows with −1, so many have a level that is not in `levels`. Default 0. */
  readonly unseen?: number;
}

/** Counts a categorical column: up to fifty frequent levels each, the rest together. */
export function profileLevels(
  name: string,
  { levels, codes, unseen = 0 }: LevelCodes,
): CategoricalProfile {
  const counts = Array.from({ length: levels.length }, () => 0);
  let without = 0;
  for (const code of codes) {
    if (code < 0) without++;
    else counts[code] = (counts[code] ?? 0) + 1;
  }
  const few = counts.length <= mostLevels;
  const kept = counts
    .map((count, code) => ({ code, count }))
    .sort((a, b) => b.count - a.count || a.code - b.code)
    .filter(({ count }, rank) => few || (rank < mostLevels && count >= fewestRows))
    .sort((a, b) => a.code - b.code);
  const shown = kept.reduce((sum, { count }) => sum + count, 0);
  return {
    kind: 'categorical',
    name,
    rows: codes.length,
    missing: without - unseen,
    unseen,
    levels: kept.map(({ code }) => levels[code] ?? '') as string[] | number[],
    counts: kept.map(({ count }) => count),
    others: codes.length - without - shown,
    singletons: counts.filter((count) => count === 1).length,
  };
}
