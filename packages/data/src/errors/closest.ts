import { distance } from 'fastest-levenshtein';

// A text longer than this is no misspelt name, and comparing it would cost its length each time.
const LONGEST_NAME = 100;

/** Case, spaces around, and - for _ make no other name. */
const plain = (name: string): string => name.trim().toLowerCase().replaceAll('-', '_');

const sorted = (name: string): string => Array.from(name).sort().join('');

/** Letters inserted, deleted or replaced; the same letters in another order are one slip. */
function edits(from: string, to: string): number {
  const apart = distance(from, to);
  return apart > 1 && from.length === to.length && sorted(from) === sorted(to) ? 1 : apart;
}

/**
 * The known name that a misspelt one most likely means: at most a third of its letters differ, in
 * a short name one. Undefined when none is that near; names without a common letter never are.
 */
export function closest(name: string, known: Iterable<string>): string | undefined {
  const wanted = plain(name);
  if (wanted.length > LONGEST_NAME) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const other = plain(candidate);
    if (Math.abs(other.length - wanted.length) >= least) continue;
    const apart = edits(wanted, other);
    if (apart < least && apart < Math.max(wanted.length, other.length, 1)) {
      [best, least] = [candidate, apart];
    }
  }
  return best;
}
