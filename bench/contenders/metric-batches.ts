import type { MetricPoint } from '@xgflow/mlflow-client';

export const POINTS_PER_BATCH = 1000;

/** Requests full of metrics, all points different, so that the server keeps every one. */
export function metricBatches(count: number): MetricPoint[][] {
  const timestamp = Date.now();
  return Array.from({ length: count }, (_, batch) =>
    Array.from({ length: POINTS_PER_BATCH }, (_, point) => ({
      key: `metric-${point % 10}`,
      value: Math.sin(point + batch),
      timestamp,
      step: batch * POINTS_PER_BATCH + point,
    })),
  );
}
