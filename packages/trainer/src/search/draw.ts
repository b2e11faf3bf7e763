import type { Distribution, ParamValue } from './space.ts';

/** The distribution's value at `u` in [0, 1): its quantile function. Both bounds can be reached, none is passed. */
export function valueAt(distribution: Distribution, u: number): ParamValue {
  if ('choice' in distribution) {
    const { choice } = distribution;
    return choice[Math.floor(u * choice.length)] ?? '';
  }
  if ('int' in distribution) {
    const [low, high] = distribution.int;
    return clamp(low + Math.floor(u * (high - low + 1)), low, high);
  }
  // The 2⁵³ values of u are spread over [0, 1] with both ends, so that the upper bound is reached too.
  const share = u / (1 - 2 ** -53);
  if ('uniform' in distribution) {
    const [low, high] = distribution.uniform;
    return clamp(low + share * (high - low), low, high);
  }
  const [low, high] = distribution.log_uniform;
  return clamp(Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low))), low, high);
}

/** Rounding must not leave the bounds. */
function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
