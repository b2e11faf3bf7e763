import type { MlflowClient } from '@xgflow/mlflow-client';
import { reportDigest } from './gate/gate-report.ts';
import type { GateReport } from './gate/gate-report.ts';
import { reportMarkdown } from './gate/report-markdown.ts';

/**
 * Puts the report with the candidate's run, as `gate/<digest>/gate.json` and `gate.md`; the same report lies there
 * once.
 *
 * @returns the directory as an MLflow URI; null for a version without a run
 */
export async function logReport(client: MlflowClient, report: GateReport): Promise<string | null> {
  const runId = report.candidate.run_id;
  if (runId === null || runId === '') return null;
  const { artifact_uri } = (await client.runs.get(runId)).info;
  const directory = `gate/${reportDigest(report)}`;
  const json = `${JSON.stringify(report, null, 1)}\n`;
  await client.artifacts.uploadText(artifact_uri, json, `${directory}/gate.json`);
  await client.artifacts.uploadText(artifact_uri, reportMarkdown(report), `${directory}/gate.md`);
  return `runs:/${runId}/${directory}`;
}
