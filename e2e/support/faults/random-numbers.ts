/** mulberry32: a seed gives the same numbers in [0, 1) everywhere. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `XGFLOW_TEST_SEED` (`npm run test:long` sets a new one), else always the same; printed, so that a failure can be repeated. */
export function testSeed(): number {
  const seed = Number(process.env.XGFLOW_TEST_SEED ?? 1889);
  process.stderr.write(`seed: XGFLOW_TEST_SEED=${seed}\n`);
  return seed;
}

/** So many of the items, in their order, drawn by the test seed. */
export function drawn<T>(items: readonly T[], count: number): readonly T[] {
  const random = randomNumbers(testSeed());
  const chosen = items
    .map((_, place) => ({ place, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ place }) => place);
  return items.filter((_, place) => chosen.includes(place));
}
