/** Every so many of the items, the first and the last among them, so that at most `most` (2 or more) are left. */
export function thinned<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, place) => Math.round(place * step)).flatMap((place) => {
    const item = items[place];
    return item === undefined ? [] : [item];
  });
}
