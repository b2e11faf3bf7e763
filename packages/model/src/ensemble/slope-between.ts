/** Nearer than this, rounding would speak louder than the difference. */
const NEAR = 1e-4;

/** The slope of the line through two points of a function; of one that hardly differ, that around them. */
export function slopeBetween(of: (x: number) => number, from: number, to: number): number {
  if (Math.abs(to - from) >= NEAR) return (of(to) - of(from)) / (to - from);
  const middle = (from + to) / 2;
  return (of(middle + NEAR) - of(middle - NEAR)) / (2 * NEAR);
}
