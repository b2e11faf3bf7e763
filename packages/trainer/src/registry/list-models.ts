import { where } from '@xgflow/mlflow-client';
import type { MlflowClient, ModelVersion } from '@xgflow/mlflow-client';
import { runTags } from '../record/run-tags.ts';

/** A version of a registered model, with what xgflow knows of it. */
export interface ModelRecord {
  readonly name: string;
  readonly version: string;
  readonly aliases: readonly string[];
  readonly runId: string | undefined;
  readonly variant: string | undefined;
  readonly sweepId: string | undefined;
  /** What it was chosen by, such as `test_f1`, and the value then. */
  readonly metric: string | undefined;
  readonly value: number | undefined;
  /** Unix time in milliseconds. */
  readonly created: number;
}

/**
 * The versions in the model registry, by model, latest version first.
 *
 * @param name one registered model. Default: all.
 * @throws ResourceNotFoundError when there is no model of this name
 */
export async function listModels(
  client: MlflowClient,
  { name }: { readonly name?: string | undefined } = {},
): Promise<ModelRecord[]> {
  const names: string[] = [];
  if (name === undefined) {
    for await (const model of client.registeredModels.search()) names.push(model.name);
  } else {
    names.push((await client.registeredModels.get(name)).name);
  }
  const records: ModelRecord[] = [];
  for (const each of names) {
    const model = await client.registeredModels.get(each);
    const versions: ModelVersion[] = [];
    for await (const version of client.modelVersions.search({
      filter: where.field('name').eq(each),
    }))
      versions.push(version);
    records.push(
      ...versions
        .toSorted((a, b) => Number(b.version) - Number(a.version))
        .map((version) =>
          toRecord(
            version,
            model.aliases
              .filter((alias) => alias.version === version.version)
              .map(({ alias }) => alias),
          ),
        ),
    );
  }
  return records;
}

function toRecord(version: ModelVersion, aliases: readonly string[]): ModelRecord {
  const tags = new Map(version.tags.map(({ key, value }) => [key, value]));
  const value = tags.get(runTags.selectedValue);
  return {
    name: version.name,
    version: version.version,
    aliases,
    runId: version.run_id === '' ? undefined : version.run_id,
    variant: tags.get(runTags.variant),
    sweepId: tags.get(runTags.sweepId),
    metric: tags.get(runTags.selectedOn),
    value: value === undefined ? undefined : Number(value),
    created: Number(version.creation_timestamp),
  };
}
