import type { ParamValue, Run } from '@xgflow/mlflow-client';
import type { TrialPoint } from '../report/index.ts';
import { AllTrialsFailedError } from '../sweep/all-trials-failed-error.ts';
import type { TrialRecord, VariantResult, VariantSummary } from '../sweep/result.ts';
import type { UnfinishedEnd, VariantTracker } from '../sweep/tracker.ts';
import type { VariantPlan } from '../sweep/variant-plan.ts';
import { closeRun, closingPatienceMs, markRun } from './close-run.ts';
import type { RunContext } from './create-runs.ts';
import { curveMetrics } from './curve-metrics.ts';
import { datasetInput } from './dataset-input.ts';
import { describeVariant } from './describe-run.ts';
import { endTimeOf, startedRun } from './end-time.ts';
import type { StartedRun } from './end-time.ts';
import { inScratch } from '../scratch/in-scratch.ts';
import { logModel } from './log-model.ts';
import { modelDescription } from './model-description.ts';
import { oofTable } from './oof-table.ts';
import { splitTable, trialsTable } from './tables.ts';
import { trialPoints } from './trial-points.ts';
import { writeTrialRuns } from './trial-runs.ts';
import { runTags } from '../record/run-tags.ts';
import { variantParams } from '../record/variant-params.ts';
import { uploadReport } from './upload-report.ts';
import { variantReport } from './variant-report.ts';

const trialsFile = 'trials.csv';

interface VariantContext extends RunContext {
  /** Where the trials of finished variants are kept for the sweep's own pictures. */
  readonly trials: Map<string, readonly TrialPoint[]>;
}

/** A variant's run. It is FINISHED only when everything it has to say is on the server. */
export class MlflowVariantTracker implements VariantTracker {
  readonly #run: StartedRun;
  readonly #artifacts: string;
  readonly #plan: VariantPlan;
  readonly #context: VariantContext;

  constructor({ info }: Run, plan: VariantPlan, context: VariantContext) {
    this.#run = startedRun(info);
    this.#artifacts = info.artifact_uri;
    this.#plan = plan;
    this.#context = context;
  }

  async finish(result: VariantResult): Promise<VariantSummary> {
    const { client, experimentId, logTrials, prepared, scratch, sweepId, trials } = this.#context;
    const plan = this.#plan;
    const { runId } = this.#run;
    const failedTrials = result.trials.filter((trial) => trial.error !== undefined).length;
    await client.runs.logBatch(runId, {
      params: variantParams(plan, result),
      tags: { [runTags.failedTrials]: String(failedTrials) },
    });
    await client.runs.logInputs(runId, [datasetInput(prepared)]);
    await inScratch(scratch, (directory) =>
      logModel({
        ...{ client, experimentId, runId, directory, name: plan.name, metrics: result.metrics },
        params: {
          ...(result.fit.params as Record<string, ParamValue>),
          n_estimators: result.fit.rounds,
        },
        describe: (ids) => modelDescription(prepared, result, ids),
      }),
    );
    await client.runs.logBatch(runId, { metrics: [...curveMetrics(result)] });
    await this.#writeTables(result);
    const warnings = await this.#writePictures(result);
    await writeTrialRuns(
      { client, experimentId, parentRunId: runId, sweepId, count: logTrials },
      plan,
      result,
    );
    await client.runs.update(runId, { status: 'FINISHED', endTime: endTimeOf(this.#run) });
    trials.set(plan.name, trialPoints(result));
    const { metrics } = result;
    return { name: plan.name, status: 'finished', metrics, failedTrials, runId, warnings };
  }

  async fail(error: Error): Promise<void> {
    if (error instanceof AllTrialsFailedError) await this.#writeFailedTrials(error.trials);
    await markRun(this.#context.client, this.#run, { status: 'FAILED', error });
  }

  async end(end: UnfinishedEnd): Promise<void> {
    await closeRun(this.#context.client, this.#run, end);
  }

  /** Why each trial failed. Never throws. */
  async #writeFailedTrials(trials: readonly TrialRecord[]): Promise<void> {
    const { client } = this.#context;
    const signal = AbortSignal.timeout(closingPatienceMs);
    try {
      const tags = { [runTags.failedTrials]: String(trials.length) };
      await client.runs.setTags(this.#run.runId, tags, { signal });
      const text = trialsTable({ trials });
      await client.artifacts.uploadText(this.#artifacts, text, trialsFile, { signal });
    } catch {
      // The run is closed with the first reason all the same.
    }
  }

  async #writeTables(result: VariantResult): Promise<void> {
    const { client, prepared } = this.#context;
    const write = (name: string, text: string): Promise<void> =>
      client.artifacts.uploadText(this.#artifacts, text, name);
    await Promise.all([
      write(trialsFile, trialsTable(result)),
      write('split.csv', splitTable(result.split, prepared.fileRows)),
      write('oof.csv', oofTable(result.split, result.outOfFold.scores, prepared.fileRows)),
      write('sweep.json', `${JSON.stringify(prepared.config, null, 2)}\n`),
    ]);
  }

  async #writePictures(result: VariantResult): Promise<string[]> {
    const { client, prepared, scratch } = this.#context;
    const { files, errors } = await variantReport(prepared, result);
    await uploadReport(client, this.#artifacts, files, scratch);
    const { metrics, name } = result;
    const { scoring } = this.#plan.search;
    const { runId } = this.#run;
    const variant = { files, isEnsemble: false, metrics, name, runId, scoring };
    await describeVariant(this.#context, variant);
    return errors.map(({ message }) => `${message} · variant ${result.name}`);
  }
}
