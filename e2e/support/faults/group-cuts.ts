import type { Cut } from './cut.ts';

/**
 * Cuts that one sweep can take together: at most `size`, each of another kind, so that the repetition of a spoiled
 * request is not counted as the next of its kind.
 */
export function groupCuts(cuts: readonly Cut[], size: number): Cut[][] {
  const groups: Cut[][] = [];
  for (const cut of cuts) {
    const group = groups.find(
      (some) => some.length < size && some.every(({ kind }) => kind !== cut.kind),
    );
    if (group) group.push(cut);
    else groups.push([cut]);
  }
  return groups;
}
