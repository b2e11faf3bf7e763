import { compareCodePoints } from '../table/compare-code-points.ts';
import type { Levels } from '../table/column.ts';
import { parseNumber } from './parse-number.ts';

/** Level texts put in order. */
export interface OrderedLevels {
  readonly levels: Levels;
  /** For each text, in the order given, the code of its level. Two texts may share one (`7`, `07`). */
  readonly codes: Int32Array;
}

/**
 * Texts as levels, the way pandas would get them from `read_csv` and `astype('category')`:
 * integers in numeric order where every text is one, else strings by code point. `1.0` counts as
 * the integer 1, since that is what pandas writes for an integer column with missing cells. Integers beyond
 * ±(2^53 − 1) are rounded: their caller refuses them.
 */
export function orderLevels(texts: readonly string[]): OrderedLevels {
  const numbers = texts.map(parseNumber);
  if (texts.length > 0 && numbers.every(Number.isInteger)) {
    return order(
      numbers.map((value) => value + 0), // −0 is 0
      (a, b) => a - b,
    );
  }
  return order(texts, compareCodePoints);
}

function order<T extends string | number>(
  values: readonly T[],
  compare: (a: T, b: T) => number,
): { levels: readonly T[]; codes: Int32Array } {
  const levels = [...new Set(values)].sort(compare);
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  return { levels, codes: Int32Array.from(values, (value) => codeOf.get(value) ?? -1) };
}
