import type { MlflowClient } from '@xgflow/mlflow-client';
import type { TrialPoint } from '../report/index.ts';
import type { VariantSummary } from '../sweep/result.ts';
import type { VariantPlan } from '../sweep/variant-plan.ts';
import { sweepReport } from './sweep-report.ts';
import { readTrialPoints } from './trial-points.ts';
import { uploadReport } from './upload-report.ts';

export interface LogSweepReportOptions {
  readonly client: MlflowClient;
  /** The sweep's run. */
  readonly runId: string;
  readonly sweepId: string;
  readonly scratch: string;
  readonly plans: readonly VariantPlan[];
  /** Of the variants that ran now. Those of kept ones are read from their runs. */
  readonly trials: ReadonlyMap<string, readonly TrialPoint[]>;
  readonly variants: readonly VariantSummary[];
}

/**
 * Logs the pictures of a whole sweep to its run. Resolves with what is missing from them, one line
 * each; only an upload that fails throws.
 */
export async function logSweepReport(options: LogSweepReportOptions): Promise<string[]> {
  const { client, runId, sweepId, scratch, plans, variants } = options;
  const warnings: string[] = [];
  const trials = new Map(options.trials);
  for (const plan of plans) {
    const kept = variants.find(({ name, status }) => name === plan.name && status === 'kept');
    if (!kept?.runId) continue;
    try {
      trials.set(plan.name, await keptTrials(client, plan, kept.runId));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      warnings.push(
        `trials cannot be read back · variant ${plan.name}, run ${kept.runId} · the sweep's pictures are without it: ${reason}`,
      );
    }
  }
  const { files, errors } = await sweepReport(sweepId, plans, trials);
  const { info } = await client.runs.get(runId);
  await uploadReport(client, info.artifact_uri, files, scratch);
  return [...warnings, ...errors.map(({ message }) => message)];
}

/** The trials of a variant that an earlier run of the sweep finished. */
async function keptTrials(
  client: MlflowClient,
  plan: VariantPlan,
  runId: string,
): Promise<TrialPoint[]> {
  const { info } = await client.runs.get(runId);
  return readTrialPoints(plan, await client.artifacts.readText(info.artifact_uri, 'trials.csv'));
}
