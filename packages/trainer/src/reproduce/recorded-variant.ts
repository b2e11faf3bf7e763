import { ResourceNotFoundError } from '@xgflow/mlflow-client';
import type { MlflowClient, Run } from '@xgflow/mlflow-client';
import type { ResolvedConfig } from '../config/index.ts';
import { recordedConfig } from '../record/recorded-config.ts';
import { runTags } from '../record/run-tags.ts';
import { toVariantRun } from '../record/variant-run.ts';
import type { VariantRun } from '../record/variant-run.ts';
import { NotReproducibleError } from './not-reproducible-error.ts';
import { recordedTrials } from './recorded-trials.ts';
import type { RecordedTrial } from './recorded-trials.ts';

/** A finished variant as MLflow holds it. */
export interface RecordedVariant {
  readonly run: VariantRun;
  /** Of `sweep.json`. */
  readonly config: ResolvedConfig;
  readonly trials: readonly RecordedTrial[];
  /** Index of the trial that won. */
  readonly bestTrial: number;
  /** sha256 of the model's UBJSON, hex. */
  readonly modelDigest: string;
}

/**
 * Reads what a rerun of a variant needs and what it is compared with.
 *
 * @throws NotReproducibleError · ResourceNotFoundError for an unknown run · DamagedRecordError
 */
export async function readRecordedVariant(
  client: MlflowClient,
  runId: string,
): Promise<RecordedVariant> {
  const wire = await client.runs.get(runId);
  refuseDeleted(wire.info);
  const run = toVariantRun(wire);
  const modelDigest = run.tags[runTags.modelDigest];
  refuse(run, modelDigest);
  const artifact = (name: string): Promise<string> => readText(client, wire.info, name);
  const [config, trials] = await Promise.all([artifact('sweep.json'), artifact('trials.csv')]);
  return {
    run,
    config: recordedConfig(config, runId),
    trials: await recordedTrials(trials),
    bestTrial: Number(run.params['search.best_trial']),
    modelDigest: modelDigest ?? '',
  };
}

/** The server answers for a run in its bin as for any other, until it is emptied. */
function refuseDeleted({ lifecycle_stage: stage, run_id: runId }: Run['info']): void {
  if (stage !== 'deleted') return;
  throw new NotReproducibleError(
    `run ${runId} is deleted · lifecycle_stage deleted · \`mlflow runs restore --run-id ${runId}\` brings it back`,
    runId,
  );
}

function refuse({ runId, status, tags }: VariantRun, modelDigest: string | undefined): void {
  const role = tags[runTags.role];
  if (role !== 'variant') {
    const what = role === undefined ? 'was not logged by xgflow' : `is a ${role}, not a variant`;
    throw new NotReproducibleError(
      `run ${runId} ${what} · role ${role ?? 'none'} · \`xgflow compare --json\` lists the runs of variants`,
      runId,
    );
  }
  if (tags[runTags.ensemble] !== undefined) {
    throw new NotReproducibleError(
      `run ${runId} is an ensemble, which has no trials of its own · its params name its variants · reproduce those`,
      runId,
    );
  }
  if (status !== 'FINISHED' || modelDigest === undefined) {
    throw new NotReproducibleError(
      `run ${runId} did not finish, so there is nothing to compare with · status ${status} · choose a finished one`,
      runId,
    );
  }
}

async function readText(
  client: MlflowClient,
  info: { readonly run_id: string; readonly artifact_uri: string },
  name: string,
): Promise<string> {
  try {
    return await client.artifacts.readText(info.artifact_uri, name);
  } catch (cause) {
    if (!(cause instanceof ResourceNotFoundError)) throw cause;
    throw new NotReproducibleError(
      `the run has no ${name} · run ${info.run_id} · it cannot be reproduced without it`,
      info.run_id,
      { cause },
    );
  }
}
