import { describe } from '../capi/index.ts';
import type { ArrayInterface, NumericArray } from '../capi/index.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import type { CategoryLevels } from '../feature-type.ts';

/** A dictionary of levels as the library reads it: Arrow strings, or integers. */
export interface DescribedLevels {
  readonly json: ArrayInterface | { offsets: ArrayInterface; values: ArrayInterface };
  readonly arrays: readonly NumericArray[];
}

function describeIntegers(levels: readonly number[], name: string): DescribedLevels {
  const wrong = levels.find((level) => !Number.isSafeInteger(level));
  if (wrong !== undefined) {
    throw new InvalidArgumentError(
      `level ${wrong} of column ${JSON.stringify(name)} is not a safe integer; give the levels as strings`,
      'levels',
    );
  }
  // 64 bits, as pandas has them: a model trained with other integers refuses pandas' columns.
  return describe(BigInt64Array.from(levels, BigInt), [levels.length], name);
}

function describeStrings(levels: readonly string[], name: string): DescribedLevels {
  const encoder = new TextEncoder();
  const parts = levels.map((level) => encoder.encode(level));
  const offsets = new Int32Array(parts.length + 1);
  // Offsets count bytes of UTF-8, not characters.
  for (const [index, part] of parts.entries()) {
    offsets[index + 1] = (offsets[index] ?? 0) + part.length;
  }
  const length = offsets[parts.length] ?? 0;
  const bytes = new Int8Array(Math.max(1, length));
  for (const [index, part] of parts.entries()) bytes.set(part, offsets[index]);
  const described = [
    describe(offsets, [offsets.length], name),
    describe(bytes, [length], name),
  ] as const;
  return {
    json: { offsets: described[0].json, values: described[1].json },
    arrays: described.flatMap(({ arrays }) => arrays),
  };
}

/** @throws InvalidArgumentError for no levels, a repeated level, mixed kinds or an unsafe integer. */
export function describeLevels(levels: CategoryLevels, name: string): DescribedLevels {
  const distinct = new Set<unknown>(levels);
  const kinds = new Set(levels.map((level) => typeof level));
  if (levels.length === 0 || distinct.size !== levels.length || kinds.size !== 1) {
    throw new InvalidArgumentError(
      `levels of column ${JSON.stringify(name)} must be at least one, all different, and all strings or all integers`,
      'levels',
    );
  }
  return typeof levels[0] === 'number'
    ? describeIntegers(levels as readonly number[], name)
    : describeStrings(levels as readonly string[], name);
}
