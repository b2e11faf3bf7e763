import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { MlflowClient } from '../../src/client.ts';
import { resolveModel } from '../../src/models/resolve.ts';

const client = new MlflowClient({ trackingUri: 'http://mlflow.test' });
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'xgflow-resolve-'));
});
afterEach(async () => rm(directory, { recursive: true }));

describe('a local model', () => {
  test('is used where it is, by path or file URL', async () => {
    await writeFile(join(directory, 'MLmodel'), 'flavors: {}');
    expect(await resolveModel(client, relative('.', directory))).toEqual({ directory });
    expect(await resolveModel(client, `file://${directory}`)).toEqual({ directory });
    expect(await readdir(directory)).toEqual(['MLmodel']);
  });

  test('without an MLmodel file is an error', async () => {
    await mkdir(join(directory, 'MLmodel'));
    await expect(resolveModel(client, directory)).rejects.toMatchObject({
      name: 'ResourceNotFoundError',
    });
    await expect(resolveModel(client, join(directory, 'no'))).rejects.toThrow(
      'holds no MLmodel file',
    );
  });
});
