import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Run } from '@xgflow/mlflow-client';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { VariantResult, VariantSummary } from '../sweep/result.ts';
import type { UnfinishedEnd, VariantTracker } from '../sweep/tracker.ts';
import type { VariantPlan } from '../sweep/variant-plan.ts';
import { closeRun } from './close-run.ts';
import { curveMetrics } from './curve-metrics.ts';
import { datasetInput } from './dataset-input.ts';
import { logModel } from './log-model.ts';
import type { MlflowTrackerOptions } from './mlflow-tracker-options.ts';
import { splitTable, trialsTable } from './tables.ts';
import { writeTrialRuns } from './trial-runs.ts';
import { variantParams } from '../record/variant-params.ts';

interface VariantContext extends MlflowTrackerOptions {
  readonly prepared: PreparedSweep;
  readonly sweepId: string;
  readonly experimentId: string;
}

/** A variant's run. It is FINISHED only when everything it has to say is on the server. */
export class MlflowVariantTracker implements VariantTracker {
  readonly #runId: string;
  readonly #artifacts: string;
  readonly #plan: VariantPlan;
  readonly #context: VariantContext;

  constructor({ info }: Run, plan: VariantPlan, context: VariantContext) {
    this.#runId = info.run_id;
    this.#artifacts = info.artifact_uri;
    this.#plan = plan;
    this.#context = context;
  }

  async finish(result: VariantResult): Promise<VariantSummary> {
    const { client, experimentId, logTrials, prepared, sweepId } = this.#context;
    const plan = this.#plan;
    const runId = this.#runId;
    await client.runs.logBatch(runId, { params: variantParams(plan, result) });
    await client.runs.logInputs(runId, [datasetInput(prepared)]);
    await this.#inScratch((directory) =>
      logModel({ client, experimentId, runId, directory, prepared, result }),
    );
    await client.runs.logBatch(runId, { metrics: [...curveMetrics(result)] });
    await this.#writeTables(result);
    await writeTrialRuns(
      { client, experimentId, parentRunId: runId, sweepId, count: logTrials },
      plan,
      result,
    );
    await client.runs.update(runId, { status: 'FINISHED', endTime: Date.now() });
    const failedTrials = result.trials.filter((trial) => trial.error !== undefined).length;
    return { name: plan.name, status: 'finished', metrics: result.metrics, failedTrials, runId };
  }

  async end(end: UnfinishedEnd): Promise<void> {
    await closeRun(this.#context.client, this.#runId, end);
  }

  async #writeTables(result: VariantResult): Promise<void> {
    const { client, prepared } = this.#context;
    const write = (name: string, text: string): Promise<void> =>
      client.artifacts.uploadText(this.#artifacts, text, name);
    await Promise.all([
      write('trials.csv', trialsTable(result)),
      write('split.csv', splitTable(result.split, prepared.fileRows)),
      write('sweep.json', `${JSON.stringify(prepared.config, null, 2)}\n`),
    ]);
  }

  async #inScratch(job: (directory: string) => Promise<void>): Promise<void> {
    const directory = await mkdtemp(path.join(this.#context.scratch, 'model-'));
    try {
      await job(directory);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
}
