/** Which values of a metric are better: larger ones, smaller ones, or those closer to 1. */
export type MetricDirection = 'maximize' | 'minimize' | 'toward-one';

/**
 * A metric's value as something of which less is better, so that all metrics are ranked alike. For `toward-one` it is
 * |ln value|: twice and half are equally far from 1, and what is not above 0 is infinitely far.
 */
export function lossOf(value: number, direction: MetricDirection): number {
  switch (direction) {
    case 'maximize':
      return -value;
    case 'minimize':
      return value;
    case 'toward-one':
      return value > 0 ? Math.abs(Math.log(value)) : Number.isNaN(value) ? NaN : Infinity;
  }
}
