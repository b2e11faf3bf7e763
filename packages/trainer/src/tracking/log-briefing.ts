import { MlflowError } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { NoBriefingError, briefingPage, readBriefing } from '../briefing/index.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import { dataFiles } from './data-files.ts';
import { uploadReport } from './upload-report.ts';

export interface LogBriefingOptions {
  readonly client: MlflowClient;
  /** The sweep's run. */
  readonly runId: string;
  readonly sweepId: string;
  readonly experimentId: string;
  readonly experiment: string;
  readonly scratch: string;
  readonly prepared: PreparedSweep;
}

/** Where the report lies in the sweep's run: MLflow's UI opens it in place. */
const reportFile = 'report.html';

/**
 * Logs the report for the business to the sweep's run, made from what the server holds by then, as
 * `xgflow report` makes it later. Resolves with a warning where it could not be made; only a server that
 * fails throws.
 */
export async function logBriefing(options: LogBriefingOptions): Promise<string[]> {
  const { client, runId, scratch, prepared } = options;
  const { info } = await client.runs.get(runId);
  const upload = (files: Parameters<typeof uploadReport>[2]): Promise<void> =>
    uploadReport(client, info.artifact_uri, files, scratch);
  await upload(dataFiles(prepared));
  try {
    const briefing = await readBriefing(client, { ...options, task: prepared.target.task });
    await upload([{ path: reportFile, content: await briefingPage(briefing) }]);
    return [];
  } catch (error) {
    if (error instanceof NoBriefingError) return [];
    if (error instanceof MlflowError || !(error instanceof Error)) throw error;
    return [
      `the report could not be made · ${error.message} · everything else is recorded, \`xgflow report\` tries again`,
    ];
  }
}
