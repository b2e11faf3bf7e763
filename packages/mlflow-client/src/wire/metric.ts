import { EncodingError } from '../errors/encoding-error.ts';
import { encodeMetricValue, type NonFinite } from './metric-value.ts';
import { checkKey } from './names.ts';
import { checkStep } from './step.ts';
import { checkTimestamp } from './timestamp.ts';

/** A metric point as users give it. */
export interface MetricPoint {
  readonly key: string;
  /** Any number, NaN and infinities included. */
  readonly value: number;
  /** Milliseconds since 1970, a whole number, 0 or more. */
  readonly timestamp: number;
  /** A safe integer, may be negative. */
  readonly step: number;
}

/** A metric point as it goes on the wire. */
export interface WireMetric {
  readonly key: string;
  readonly value: number | NonFinite;
  readonly timestamp: number;
  readonly step: number;
}

/**
 * Makes a metric point that the server stores as it is. MLflow stores ±Infinity as ±1.7976931348623157e308 and −0 as 0.
 * Throws `EncodingError`.
 */
export function encodeMetric(point: MetricPoint): WireMetric {
  const { key, value, timestamp, step } = point;
  checkKey('metric', key);
  if (typeof value !== 'number') {
    throw new EncodingError(`metric '${key}' value`, `is ${typeof value}, not a number`);
  }
  checkTimestamp(`metric '${key}' timestamp`, timestamp);
  checkStep(`metric '${key}' step`, step);
  return { key, value: encodeMetricValue(value), timestamp, step };
}
