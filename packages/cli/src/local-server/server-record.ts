import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { withPath } from '../errors/with-path.ts';

const recordSchema = z.object({
  pid: z.number().int().positive(),
  started: z.string(),
  uri: z.url(),
  /** MLflow's version; null until the server has answered once. */
  version: z.string().nullable(),
});

/** What `.xgflow/server.json` says about the local server. */
export type ServerRecord = z.infer<typeof recordSchema>;

const fileOf = (directory: string): string => path.join(directory, 'server.json');

/** The record in a state directory; undefined when there is none, or it is not one of ours. */
export async function readRecord(directory: string): Promise<ServerRecord | undefined> {
  const text = await readFile(fileOf(directory), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return recordSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Writes the record for its owner only, whole or not at all. */
export async function writeRecord(directory: string, record: ServerRecord): Promise<void> {
  await mkdir(directory, { recursive: true });
  const temporary = `${fileOf(directory)}.${process.pid}`;
  try {
    await writeFile(temporary, `${JSON.stringify(record)}\n`, { mode: 0o600 });
    await rename(temporary, fileOf(directory));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw withPath(error, fileOf(directory));
  }
}

/** Removes the record; nothing happens when there is none. */
export async function removeRecord(directory: string): Promise<void> {
  await rm(fileOf(directory), { force: true });
}
