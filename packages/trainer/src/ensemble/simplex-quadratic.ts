const MAX_MOVES = 100_000;
const ENOUGH = 1e-14;

/**
 * The point of the simplex where `gradient · d + ½ d′ hessian d`, d = point − from, is least. Weight is
 * moved between the two places that differ most in slope, as in sequential minimal optimisation.
 *
 * @param hessian positive semidefinite; its lower triangle
 */
export function simplexQuadratic(
  from: readonly number[],
  gradient: readonly number[],
  hessian: readonly (readonly number[])[],
): number[] {
  const h = (a: number, b: number): number => hessian[Math.max(a, b)]?.[Math.min(a, b)] ?? 0;
  const point = [...from];
  const slopes = [...gradient];
  const slope = (at: number): number => slopes[at] ?? 0;
  for (let move = 0; move < MAX_MOVES; move++) {
    let to = 0;
    let off: number | undefined;
    for (const [at, weight] of point.entries()) {
      if (slope(at) < slope(to)) to = at;
      if (weight > 0 && (off === undefined || slope(at) > slope(off))) off = at;
    }
    if (off === undefined || slope(off) - slope(to) < ENOUGH) break;
    const given = off;
    const curvature = h(to, to) + h(given, given) - 2 * h(to, given);
    const wanted = curvature > 0 ? (slope(given) - slope(to)) / curvature : Infinity;
    const rest = point[given] ?? 0;
    const moved = Math.min(wanted, rest);
    point[to] = (point[to] ?? 0) + moved;
    // Exactly 0 where all of it goes, so that the place is known to be empty.
    point[given] = moved === rest ? 0 : rest - moved;
    slopes.forEach((value, at) => {
      slopes[at] = value + moved * (h(at, to) - h(at, given));
    });
  }
  return point;
}
