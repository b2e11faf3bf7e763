import { ResourceNotFoundError } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import type { ResolvedConfig } from '../../config/index.ts';
import { recordedConfig } from '../../record/recorded-config.ts';
import { runTags } from '../../record/run-tags.ts';
import { toVariantRun } from '../../record/variant-run.ts';
import type { RunData } from './choose-rows.ts';
import { splitParts } from './split-parts.ts';

/** A variant's run as a gate needs it. */
export interface GateRun extends RunData {
  readonly runId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Of `sweep.json`. */
  readonly config: ResolvedConfig;
}

/**
 * What the run behind a version says of its rows; undefined for a version without a run, or a run that is no
 * variant of xgflow or lacks `split.csv` or `sweep.json`.
 */
export async function gateRun(
  client: MlflowClient,
  runId: string | undefined,
): Promise<GateRun | undefined> {
  if (runId === undefined || runId === '') return undefined;
  try {
    const wire = await client.runs.get(runId);
    const { params, tags } = toVariantRun(wire);
    const digest = tags[runTags.dataDigest];
    if (tags[runTags.role] !== 'variant' || digest === undefined) return undefined;
    const artifactUri = wire.info.artifact_uri;
    const [config, split] = await Promise.all(
      ['sweep.json', 'split.csv'].map((name) => client.artifacts.readText(artifactUri, name)),
    );
    return {
      runId,
      params,
      tags,
      digest,
      config: recordedConfig(config ?? '', runId),
      split: await splitParts(split ?? ''),
      selectedOn: tags[runTags.selectedOn],
    };
  } catch (error) {
    if (error instanceof ResourceNotFoundError) return undefined;
    throw error;
  }
}
