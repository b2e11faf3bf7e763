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

function sameName(a: ColumnContract, b: ColumnContract): boolean {
  return a.kind === b.kind && closest(a.name, [b.name]) !== undefined;
}

function sameContent(a: ColumnContract, b: ColumnContract): boolean {
  if (a.kind === 'categorical' && b.kind === 'categorical') {
    if (a.levels === null || b.levels === null) return false;
    const known = new Set<string | number>(a.levels);
    const common = [...b.levels].filter((level) => known.has(level)).length;
    return common / Math.max(1, a.levels.length + b.levels.length - common) >= SAME_LEVELS;
  }
  if (a.kind !== 'numeric' || b.kind !== 'numeric' || a.type !== b.type) return false;
  if (a.min === null || a.max === null || b.min === null || b.max === null) return false;
  const shared = Math.min(a.max, b.max) - Math.max(a.min, b.min);
  const whole = Math.max(a.max, b.max) - Math.min(a.min, b.min);
  return whole === 0 ? shared === 0 : shared / whole >= SAME_RANGE;
}
