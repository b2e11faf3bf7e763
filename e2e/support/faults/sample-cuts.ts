import { allCuts, shuffled } from './cut.ts';
import type { Cut } from './cut.ts';
import { testSeed } from './random-numbers.ts';

/** So many cuts, each of another kind of request as long as there are kinds, drawn by a printed seed. */
export function sampleCuts(seen: readonly string[], count: number): Cut[] {
  const drawn = shuffled(allCuts(seen), testSeed());
  const kinds = new Set<string>();
  const ofNewKind = drawn.filter(({ kind }) => {
    // Artifacts, whatever their names, are of one kind here.
    return kinds.size < kinds.add(kind.replace(/\/artifacts\/.*/, '')).size;
  });
  return [...new Set([...ofNewKind, ...drawn])].slice(0, count);
}
