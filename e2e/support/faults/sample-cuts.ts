import { faults } from './fault-proxy.ts';
import type { Cut } from './cut-sweep.ts';
import { randomNumbers, testSeed } from './random-numbers.ts';

/** Every request with every fault. */
export function allCuts(requests: number): Cut[] {
  return Array.from({ length: requests }, (_, index) =>
    faults.map((fault) => ({ nth: index + 1, fault })),
  ).flat();
}

/** So many cuts, each of another kind of request as long as there are kinds, drawn by a printed seed. */
export function sampleCuts(seen: readonly string[], count: number): Cut[] {
  const random = randomNumbers(testSeed());
  const shuffled = allCuts(seen.length)
    .map((cut) => ({ cut, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ cut }) => cut);
  const kinds = new Set<string>();
  const ofNewKind = shuffled.filter(({ nth }) => {
    const kind = (seen[nth - 1] ?? '')
      .replaceAll(/\/(m-)?[0-9a-f]{32}/g, '')
      .replace(/\/artifacts\/.*/, '');
    return kinds.size < kinds.add(kind).size;
  });
  return [...new Set([...ofNewKind, ...shuffled])].slice(0, count);
}
