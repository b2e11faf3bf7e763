/**
 * Holm's p-values: with them at most a share α of all looks raises any false alarm, however many columns
 * there are and however they hang together.
 *
 * Source: S. Holm, A simple sequentially rejective multiple test procedure (1979).
 *
 * @returns one a p-value, in their order
 */
export function holm(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()].sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
  const adjusted = Array.from({ length: pValues.length }, () => 1);
  let least = 0;
  order.forEach((index, rank) => {
    least = Math.max(least, Math.min(1, (pValues.length - rank) * (pValues[index] ?? 1)));
    adjusted[index] = least;
  });
  return adjusted;
}
