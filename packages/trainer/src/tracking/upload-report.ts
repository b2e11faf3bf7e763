import type { MlflowClient } from '@xgflow/mlflow-client';
import { writeReport } from '../report/index.ts';
import type { ReportFile } from '../report/index.ts';
import { inScratch } from '../scratch/in-scratch.ts';

/** Uploads a report's files to a run, several at a time. @param scratch an existing directory for the copies */
export async function uploadReport(
  client: MlflowClient,
  artifactUri: string,
  files: readonly ReportFile[],
  scratch: string,
): Promise<void> {
  await inScratch(scratch, async (directory) => {
    await writeReport(directory, files);
    await client.artifacts.uploadDirectory(artifactUri, directory);
  });
}
