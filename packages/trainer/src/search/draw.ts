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
  const [low, high] = 'uniform' in distribution ? distribution.uniform : distribution.log_uniform;
  if (share === 1) {
    return high;
  }
  const value =
    'uniform' in distribution
      ? low + share * (high - low)
      : low * Math.exp(share * (Math.log(high) - Math.log(low)));
  return clamp(value, low, high);
}

/** Rounding must not leave the bounds. */
function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
