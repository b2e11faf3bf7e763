import type { Schemas } from '../call/operation.ts';
import { decodeInteger } from '../wire/integer.ts';
import { decodeMetricValue } from '../wire/metric-value.ts';

/** A 64-bit integer of MLflow: a number, or a bigint when it is beyond 2^53 − 1 and a number would round it. */
export type Int64 = number | bigint;

type Wire = Schemas['Metric'];

/** One point of a metric as MLflow stores it. */
export interface Metric extends Omit<Wire, 'value' | 'timestamp' | 'step'> {
  /** NaN as it is; MLflow stores ±Infinity as ±1.7976931348623157e308. */
  readonly value: number;
  /** Milliseconds since 1970. */
  readonly timestamp: Int64;
  /** 0 when it was logged without a step. */
  readonly step: Int64;
}

/** Decode a metric from the wire. */
export function toMetric(wire: Wire): Metric {
  return {
    ...wire,
    value: decodeMetricValue(wire.value),
    timestamp: decodeInteger(wire.timestamp),
    step: decodeInteger(wire.step ?? 0),
  };
}
