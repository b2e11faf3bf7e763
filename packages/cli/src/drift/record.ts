import { createHash } from 'node:crypto';
import path from 'node:path';
import type { ResolvedModel } from '@xgflow/mlflow-client';
import type { DriftReport, LoggedDrift } from '@xgflow/serving';
import { connect, type Connection } from '../options/connect.ts';
import type { CommandContext } from '../command.ts';

/** What is recorded of a comparison. */
export interface DriftRecord {
  readonly report: DriftReport;
  readonly html: string;
  readonly json: unknown;
  readonly resolved: ResolvedModel;
  /** Path of the current file. */
  readonly current: string;
  /** Whatever makes two comparisons the same, as texts. */
  readonly content: readonly string[];
  readonly params: Readonly<Record<string, string>>;
}

/** A recorded comparison, and where to look at it. */
export interface RecordedDrift extends LoggedDrift {
  readonly url: string;
}

interface RecordArguments {
  readonly trackingUri?: string | undefined;
  readonly experiment?: string | undefined;
}

/**
 * Records a comparison in the model's experiment, or the one that is named; undefined for a local model
 * without a named one: nobody knows where it belongs.
 */
export async function recordDrift(
  record: DriftRecord,
  args: RecordArguments,
  context: CommandContext,
): Promise<RecordedDrift | undefined> {
  const { resolved, report } = record;
  if (resolved.runId === undefined && args.experiment === undefined) return undefined;
  const connection = await connect(args, context);
  const experimentId = await experimentOf(connection, resolved, args.experiment);
  const { contextTags } = await import('@xgflow/mlflow-client');
  const { runTags } = await import('@xgflow/trainer');
  const { logDrift } = await import('@xgflow/serving');
  const name = path.basename(record.current);
  const optional = (key: string, value: string | undefined): Record<string, string> =>
    value === undefined ? {} : { [key]: value };
  const logged = await logDrift({
    client: connection.client,
    experimentId,
    report,
    html: record.html,
    json: record.json,
    runName: `drift ${name}`,
    tags: {
      ...(await contextTags({ sourceName: 'xgflow drift', directory: context.cwd })),
      [runTags.role]: 'drift',
      [runTags.driftStatus]: report.status,
      ...optional(runTags.modelName, resolved.name),
      ...optional(runTags.modelVersion, resolved.version),
      ...optional(runTags.modelId, resolved.modelId),
    },
    params: { current: name, ...record.params },
    contentKey: contentKey([...record.content, resolved.name ?? '', resolved.version ?? '']),
    ...(resolved.modelId === undefined ? {} : { modelId: resolved.modelId }),
  });
  return { ...logged, url: connection.links.run(logged.experimentId, logged.runId) };
}

async function experimentOf(
  { client }: Connection,
  { runId }: ResolvedModel,
  name: string | undefined,
): Promise<string> {
  if (name !== undefined) return (await client.experiments.ensure(name)).experiment_id;
  return (await client.runs.get(runId ?? '')).info.experiment_id;
}

function contentKey(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
