import type { MlflowClient } from '@xgflow/mlflow-client';
import type { VariantRun } from '../../record/variant-run.ts';
import type { ResampledRuns } from '../standings.ts';
import { RunFiles } from './run-files.ts';

/** Reads a metric on each resample of the test cases, of each run. @param metric without its part, such as `f1` */
export async function readResamples(
  client: MlflowClient,
  runs: readonly VariantRun[],
  metric: string,
): Promise<ResampledRuns> {
  const found = new Map<string, Float64Array | undefined>();
  // One after the other: a file has a thousand lines, and a sweep may have many variants.
  for (const { runId } of runs) {
    const [lines = []] = await (await RunFiles.of(client, runId)).tables('bootstrap');
    const values = Float64Array.from(lines, (line) => line.number(metric));
    found.set(runId, values.some(Number.isFinite) ? values : undefined);
  }
  return found;
}
