import type { VariantResult } from '../sweep/result.ts';

interface MetricPoint {
  readonly key: string;
  readonly value: number;
  readonly step: number;
  readonly timestamp: number;
}

/** Learning curves as points, one step a round; stamped once, so that a resend is the same bytes. */
export function* curveMetrics({ curves }: VariantResult): Generator<MetricPoint> {
  const timestamp = Date.now();
  for (const [key, values] of Object.entries(curves)) {
    for (const [step, value] of values.entries()) yield { key, value, step, timestamp };
  }
}
