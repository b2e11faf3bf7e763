import { createHash } from 'node:crypto';
import { ResourceNotFoundError } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { runTags } from '../record/run-tags.ts';
import type { VariantRun } from '../record/variant-run.ts';
import type { Difference } from './difference.ts';

const file = 'model.ubj';

/**
 * Whether the server still holds the model that the run logged: what is registered and served are these bytes, not those
 * of a rerun. None for a run that names no logged model.
 */
export async function storedModelDifferences(
  client: Pick<MlflowClient, 'artifacts' | 'loggedModels'>,
  { tags }: Pick<VariantRun, 'tags'>,
): Promise<Difference[]> {
  const { [runTags.modelId]: modelId, [runTags.modelDigest]: recorded = '' } = tags;
  if (modelId === undefined) return [];
  const now = await storedDigest(client, modelId);
  return now === recorded
    ? []
    : [{ kind: 'stored', name: `sha256 of ${file} on the server`, recorded, now }];
}

/** Null where the logged model, or its file, is gone. */
async function storedDigest(
  client: Pick<MlflowClient, 'artifacts' | 'loggedModels'>,
  modelId: string,
): Promise<string | null> {
  try {
    const { artifact_uri: uri } = (await client.loggedModels.get(modelId)).info;
    const bytes = await client.artifacts.readBytes(uri, file, { maxBytes: 2 ** 30 });
    return createHash('sha256').update(bytes).digest('hex');
  } catch (error) {
    if (error instanceof ResourceNotFoundError) return null;
    throw error;
  }
}
