import { closest } from '../errors/closest.ts';
import type { ColumnContract } from './contract.ts';

/** Levels in common, as a share of all of both, from which two columns hold the same thing. */
const SAME_LEVELS = 0.5;
/** The part of the wider range that both cover, from which two columns of numbers may be the same. */
const SAME_RANGE = 0.8;

/**
 * For each column that is gone, the new column that it most likely became: of the same type and with mostly the same
 * levels; or of the same type, with a name or a range nearly the same, when there is one such only.
 */
export function findRenames(
  gone: readonly ColumnContract[],
  added: readonly ColumnContract[],
): ReadonlyMap<string, ColumnContract> {
  const renames = new Map<string, ColumnContract>();
  const taken = new Set<string>();
  for (const alike of [sameName, sameContent]) {
    for (const column of gone.filter(({ name }) => !renames.has(name))) {
      const candidates = added.filter((other) => !taken.has(other.name) && alike(column, other));
      const [only, second] = candidates;
      if (only === undefined || second !== undefined) continue;
      renames.set(column.name, only);
      taken.add(only.name);
    }
  }
  return renames;
}

/** Smallest and largest number, of integers that are levels too; undefined without any. */
function rangeOf(
  column: ColumnContract,
): { readonly min: number; readonly max: number } | undefined {
  if (column.kind === 'numeric') {
    const { min, max } = column;
    return min === null || max === null ? undefined : { min, max };
  }
  const numbers = (column.levels ?? []).filter((level) => typeof level === 'number');
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === undefined || last === undefined ? undefined : { min: first, max: last };
}

function sameName(a: ColumnContract, b: ColumnContract): boolean {
  return a.type === b.type && closest(a.name, [b.name]) !== undefined;
}

function sameContent(a: ColumnContract, b: ColumnContract): boolean {
  if (a.kind === 'categorical' && b.kind === 'categorical') {
    if (a.levels === null || b.levels === null) return false;
    const known = new Set<string | number>(a.levels);
    const common = [...b.levels].filter((level) => known.has(level)).length;
    return common / Math.max(1, a.levels.length + b.levels.length - common) >= SAME_LEVELS;
  }
  const [first, second] = [rangeOf(a), rangeOf(b)];
  if (a.type !== b.type || first === undefined || second === undefined) return false;
  const shared = Math.min(first.max, second.max) - Math.max(first.min, second.min);
  const whole = Math.max(first.max, second.max) - Math.min(first.min, second.min);
  return whole === 0 ? shared === 0 : shared / whole >= SAME_RANGE;
}
