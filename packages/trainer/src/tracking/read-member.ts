import { tagsOf } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import type { ModelRecord } from '@xgflow/model';
import { runTags } from '../record/run-tags.ts';
import type { MemberFit } from '../sweep/member-fit.ts';
import type { VariantSummary } from '../sweep/result.ts';
import { MemberError } from './member-error.ts';
import { readOofScores } from './oof-table.ts';

/**
 * Reads back what an ensemble needs of a variant that an earlier run of the sweep finished: its model and
 * its out-of-fold scores.
 *
 * @throws MemberError when they are not there or not whole · MlflowError
 */
export async function readMember(
  client: MlflowClient,
  { name, runId = '' }: VariantSummary,
): Promise<MemberFit> {
  const run = await client.runs.get(runId);
  const modelId = tagsOf(run)[runTags.modelId] ?? '';
  const { artifact_uri: uri } = (await client.loggedModels.get(modelId)).info;
  const [model, record, oof] = await Promise.all([
    client.artifacts.readBytes(uri, 'model.ubj', { maxBytes: 2 ** 30 }),
    client.artifacts.readText(uri, 'xgflow/model.json'),
    client.artifacts.readText(run.info.artifact_uri, 'oof.csv'),
  ]);
  try {
    const { calibration } = JSON.parse(record) as ModelRecord;
    const outOfFold = readOofScores(oof);
    return { name, runId, model, outOfFold, ...(calibration ? { calibration } : {}) };
  } catch (cause) {
    throw new MemberError(name, runId, { cause });
  }
}
