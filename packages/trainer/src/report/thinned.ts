/** Every so many of the items, the first and the last among them, so that at most `most` (2 or more) are left. */
export function thinned<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, place) => Math.round(place * step)).flatMap((place) => {
    const item = items[place];
    return item === undefined ? [] : [item];
  });
}

/** Where a point of a curve lies; null has no place. */
type Place<Point> = (point: Point) => number | null;

/**
 * Points of a curve, at most `most` (3 or more) of them, about as far apart from each other along the curve as it is drawn; the
 * ends are kept. Every so many would not do: of a thousand rows that are found first, ten may be half of the picture.
 *
 * @param axes across and up, each counts by its range
 */
export function thinnedCurve<Point>(
  points: readonly Point[],
  axes: readonly Place<Point>[],
  most: number,
): readonly Point[] {
  if (points.length <= most) return points;
  const lengths = lengthsAlong(points, axes);
  const step = (lengths.at(-1) ?? 0) / (most - 2);
  let kept = -Infinity;
  return points.filter((_, place) => {
    const length = lengths[place] ?? 0;
    const isKept = length - kept >= step && length > kept;
    if (isKept) kept = length;
    return isKept || place === points.length - 1;
  });
}

/** How long the curve is up to each point, an axis from end to end being 1. */
function lengthsAlong<Point>(
  points: readonly Point[],
  axes: readonly Place<Point>[],
): Float64Array {
  const lengths = new Float64Array(points.length);
  for (const axis of axes) {
    const places = points.map(axis);
    const known = places.filter((place) => place !== null && Number.isFinite(place));
    const ends = known.reduce<[number, number]>(
      ([low, high], place) => [Math.min(low, place ?? low), Math.max(high, place ?? high)],
      [Infinity, -Infinity],
    );
    const range = ends[1] - ends[0];
    if (!(range > 0)) continue;
    let [last, length] = [places[0] ?? null, 0];
    for (const [at, place] of places.entries()) {
      // The first place of a curve that begins later is as far away as can be, so that it is kept.
      if (place !== null && last === null) length += 1;
      else if (place !== null && last !== null && Number.isFinite(place - last)) {
        length += Math.abs(place - last) / range;
      }
      last = place;
      lengths[at] = (lengths[at] ?? 0) + length;
    }
  }
  return lengths;
}
