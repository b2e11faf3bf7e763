import { parseNumber } from './parse-number.ts';
import type { Levels } from '../table/column.ts';

const MOST_SPELLINGS = 10_000;

/**
 * A look-up from a cell's text to its code, −1 where the text is no level. Integer levels are
 * compared as numbers, so `07` and `7.0` are 7; texts once looked up are remembered, up to a bound.
 */
export function levelIndex(levels: Levels): (cell: string) => number {
  const codeOf = new Map<string, number>();
  levels.forEach((level, code) => codeOf.set(String(level), code));
  if (typeof levels[0] !== 'number') return (cell) => codeOf.get(cell) ?? -1;

  const codeOfNumber = new Map<string | number, number>();
  levels.forEach((level, code) => codeOfNumber.set(level, code));
  return (cell) => {
    const known = codeOf.get(cell);
    if (known !== undefined) return known;
    // −0 and 0 are one key of a Map.
    const code = codeOfNumber.get(parseNumber(cell)) ?? -1;
    if (code >= 0 && codeOf.size < MOST_SPELLINGS) codeOf.set(cell, code);
    return code;
  };
}
