import { closest as nearest, distance } from 'fastest-levenshtein';

const sorted = (name: string): string => Array.from(name).sort().join('');

/**
 * The parameter that a misspelt one most likely means: its letters in another order, or a name of which at most a third of
 * the letters differ, in a short one a single letter. Undefined when none is that near. Case, and - for _, do not count.
 */
export function closest(name: string, known: readonly string[]): string | undefined {
  const wanted = name.trim().toLowerCase().replaceAll('-', '_');
  const letters = sorted(wanted);
  const sameLetters = known.find((candidate) => sorted(candidate) === letters);
  if (sameLetters !== undefined) return sameLetters;
  const found = nearest(wanted, known);
  return distance(wanted, found) <= Math.max(1, Math.floor(wanted.length / 3)) ? found : undefined;
}
