import { join } from 'node:path';
import { firstIssue } from '@xgflow/data';
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
  const path = join(directory, 'xgflow', 'model.json');
  const record = await readJson(path);
  if (record === undefined) return undefined;
  const parsed = modelRecord.safeParse(record);
  if (!parsed.success) {
    const { error: cause } = parsed;
    throw new ModelDirectoryError(firstIssue(cause), path, 'get the model again', { cause });
  }
  const codecPath = join(directory, 'xgflow', 'codec.json');
  return { record: parsed.data, codec: Codec.fromJSON(await readJson(codecPath), codecPath) };
}
