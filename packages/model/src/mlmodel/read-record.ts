import { join } from 'node:path';
import { Codec } from '../codec/codec.ts';
import { ModelDirectoryError } from '../errors/model-directory-error.ts';
import { modelRecord, type ModelRecord } from './model-record.ts';
import { readJson } from './read-json.ts';

/** What lies beside MLflow's files in a directory that this package wrote. */
export interface OwnFiles {
  readonly record: ModelRecord;
  readonly codec: Codec;
}

/** undefined for a directory without `xgflow/`. @throws {ModelDirectoryError} · {CodecError} */
export async function readOwnFiles(directory: string): Promise<OwnFiles | undefined> {
  const record = await readJson(join(directory, 'xgflow', 'model.json'));
  if (record === undefined) return undefined;
  const parsed = modelRecord.safeParse(record);
  const path = join(directory, 'xgflow', 'model.json');
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const what = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
    throw new ModelDirectoryError(what, path, 'get the model again', { cause: parsed.error });
  }
  const codecPath = join(directory, 'xgflow', 'codec.json');
  return { record: parsed.data, codec: Codec.fromJSON(await readJson(codecPath), codecPath) };
}
