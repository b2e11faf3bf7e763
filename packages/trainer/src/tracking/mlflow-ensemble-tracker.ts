import type { Run } from '@xgflow/mlflow-client';
import { ensembleParams } from '../record/ensemble-params.ts';
import type { EnsembleResult } from '../sweep/ensemble-result.ts';
import type { VariantSummary } from '../sweep/result.ts';
import type { EnsembleTracker, UnfinishedEnd } from '../sweep/tracker.ts';
import { closeRun, markRun } from './close-run.ts';
import type { RunContext } from './create-runs.ts';
import { datasetInput } from './dataset-input.ts';
import { describeVariant } from './describe-run.ts';
import { endTimeOf, startedRun } from './end-time.ts';
import type { StartedRun } from './end-time.ts';
import { ensembleDescription } from './ensemble-description.ts';
import { inScratch } from '../scratch/in-scratch.ts';
import { logModel } from './log-model.ts';
import { oofTable } from './oof-table.ts';
import { splitTable } from './tables.ts';
import { uploadReport } from './upload-report.ts';
import { ensembleReport } from './variant-report.ts';

/** An ensemble's run: a variant's, without trials. It is FINISHED only when all of it is on the server. */
export class MlflowEnsembleTracker implements EnsembleTracker {
  readonly #run: StartedRun;
  readonly #artifacts: string;
  readonly #context: RunContext;

  constructor({ info }: Run, context: RunContext) {
    this.#run = startedRun(info);
    this.#artifacts = info.artifact_uri;
    this.#context = context;
  }

  async finish(result: EnsembleResult): Promise<VariantSummary> {
    const { client, experimentId, prepared, scratch } = this.#context;
    const { metrics, name, outOfFold, split } = result;
    const { runId } = this.#run;
    const params = ensembleParams(result);
    await client.runs.logBatch(runId, { params });
    await client.runs.logInputs(runId, [datasetInput(prepared)]);
    await inScratch(scratch, (directory) =>
      logModel({
        ...{ client, experimentId, runId, directory, name, params, metrics },
        describe: (ids) => ensembleDescription(prepared, result, ids),
      }),
    );
    const write = (file: string, text: string): Promise<void> =>
      client.artifacts.uploadText(this.#artifacts, text, file);
    await Promise.all([
      write('split.csv', splitTable(split, prepared.fileRows)),
      write('oof.csv', oofTable(split, outOfFold.scores, prepared.fileRows)),
      write('sweep.json', `${JSON.stringify(prepared.config, null, 2)}\n`),
    ]);
    const { files, errors } = await ensembleReport(prepared, result);
    await uploadReport(client, this.#artifacts, files, scratch);
    const { scoring = 'roc_auc' } = result.plan.members[0]?.search ?? {};
    const ensemble = { files, isEnsemble: true, metrics, name, runId, scoring };
    await describeVariant(this.#context, ensemble);
    const warnings = errors.map(({ message }) => `${message} · ensemble ${name}`);
    await client.runs.update(runId, { status: 'FINISHED', endTime: endTimeOf(this.#run) });
    return { name, status: 'finished', metrics, failedTrials: 0, runId, warnings };
  }

  async fail(error: Error): Promise<void> {
    await markRun(this.#context.client, this.#run, { status: 'FAILED', error });
  }

  async end(end: UnfinishedEnd): Promise<void> {
    await closeRun(this.#context.client, this.#run, end);
  }
}
