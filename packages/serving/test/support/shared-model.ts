import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { writeSmallModel, type SmallModelOptions } from './small-model.ts';

/** A folder for all tests of a file, removed after them. @returns its path, once they run */
export function sharedFolder(): () => string {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xgflow-serving-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}

/** A small model for all tests of a file. @returns its directory, once they run */
export function sharedModel(options: SmallModelOptions = {}): () => string {
  const folder = sharedFolder();
  let model: string;
  beforeAll(async () => {
    model = await writeSmallModel(folder(), 'm', options);
  });
  return () => model;
}
