import { tagsOf, type MlflowClient } from '@xgflow/mlflow-client';
import type { DriftReport } from './drift-report.ts';
import { driftMetrics, MOST_CHARTED_COLUMNS } from './drift-metrics.ts';

/** What of a report goes to MLflow, and where. */
export interface LogDriftOptions {
  readonly client: MlflowClient;
  readonly experimentId: string;
  readonly report: DriftReport;
  /** The self-contained report. */
  readonly html: string;
  /** The report for programs. */
  readonly json: unknown;
  readonly runName: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  /** Names the comparison: the same one has one run, however often it is made. */
  readonly contentKey: string;
  /** The logged model that was watched. */
  readonly modelId?: string;
}

export interface LoggedDrift {
  readonly experimentId: string;
  readonly runId: string;
}

/**
 * Records a report as a run with its metrics and `drift/report.html`. Made twice, the same comparison is
 * one run: it is looked up by its content key before one is created. Of more than 500 columns the first have
 * their PSI as a metric, and the run's description says so.
 */
export async function logDrift(options: LogDriftOptions): Promise<LoggedDrift> {
  const { client, experimentId, report, runName, params, contentKey, modelId } = options;
  const tags = { ...options.tags, ...noteOf(report.columns.length) };
  const run = await client.runs.create({
    experimentId,
    runName,
    tags,
    idempotencyKey: `drift-${contentKey}`,
  });
  const { run_id: runId, artifact_uri: artifacts, status } = run.info;
  const logged = { experimentId, runId };
  if (status === 'FINISHED' && Object.keys(tags).every((key) => key in tagsOf(run))) return logged;
  const metrics = driftMetrics(report).map((metric) => ({
    ...metric,
    step: 0,
    ...(modelId === undefined ? {} : { modelId }),
  }));
  await client.runs.logBatch(runId, { metrics, params });
  await Promise.all([
    client.artifacts.uploadText(artifacts, options.html, 'drift/report.html'),
    client.artifacts.uploadText(
      artifacts,
      `${JSON.stringify(options.json, null, 2)}\n`,
      'drift/report.json',
    ),
  ]);
  await client.runs.update(runId, { status: 'FINISHED' });
  return logged;
}

function noteOf(columns: number): Readonly<Record<string, string>> {
  if (columns <= MOST_CHARTED_COLUMNS) return {};
  const note = `PSI of the first ${MOST_CHARTED_COLUMNS} of ${columns} columns; all are in drift/report.html.`;
  return { 'mlflow.note.content': note };
}
