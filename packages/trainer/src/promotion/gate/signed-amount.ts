import { metricNumber } from '../../metrics/metric-number.ts';

/** A metric's number with its sign, as a difference. */
export function signedAmount(value: number): string {
  return value < 0 ? `−${metricNumber(-value)}` : `+${metricNumber(value)}`;
}
