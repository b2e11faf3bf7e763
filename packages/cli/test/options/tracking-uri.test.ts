import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { resolveTrackingUri, uiAddress } from '../../src/options/tracking-uri.ts';
import { identifyProcess } from '@xgflow/mlflow-client/process';
import { writeRecord } from '../../src/local-server/server-record.ts';
import { withDirectory } from '../support/directory.ts';

const recorded = 'http://127.0.0.1:5123';

async function withRecord<T>(alive: boolean, work: (cwd: string) => Promise<T>): Promise<T> {
  return withDirectory(async (directory) => {
    const self = identifyProcess(process.pid)!;
    const identity = alive ? self : { ...self, started: 'another boot/1' };
    await writeRecord(path.join(directory, '.xgflow'), {
      ...identity,
      uri: recorded,
      version: null,
    });
    const cwd = path.join(directory, 'deep', 'er');
    await mkdir(cwd, { recursive: true });
    return work(cwd);
  });
}

describe('resolveTrackingUri', () => {
  test('the option wins, then the environment, then the recorded server above', async () => {
    await withRecord(true, async (cwd) => {
      const env = { MLFLOW_TRACKING_URI: 'http://env' };
      expect(await resolveTrackingUri({ trackingUri: 'http://option' }, { env, cwd })).toBe(
        'http://option',
      );
      expect(await resolveTrackingUri({}, { env, cwd })).toBe('http://env');
      expect(await resolveTrackingUri({}, { env: { MLFLOW_TRACKING_URI: '' }, cwd })).toBe(
        recorded,
      );
    });
  });

  test('a .xgflow/ without a server in between does not hide the one above', async () => {
    await withRecord(true, async (cwd) => {
      await mkdir(path.join(cwd, '.xgflow'));
      expect(await resolveTrackingUri({}, { env: {}, cwd })).toBe(recorded);
    });
  });

  test('a recorded process that is another one now is no server', async () => {
    await withRecord(false, async (cwd) => {
      await expect(resolveTrackingUri({}, { env: {}, cwd })).rejects.toMatchObject({
        name: 'NoTrackingServerError',
        message: expect.stringMatching(/has ended · .*\.xgflow · run `xgflow server start`/u),
      });
    });
  });

  test('a record that is not ours is no record', async () => {
    await withDirectory(async (cwd) => {
      await mkdir(path.join(cwd, '.xgflow'));
      for (const text of ['', '{', '{"pid":-1}', 'null']) {
        await writeFile(path.join(cwd, '.xgflow', 'server.json'), text);
        await expect(resolveTrackingUri({}, { env: {}, cwd })).rejects.toMatchObject({
          name: 'NoTrackingServerError',
        });
      }
    });
  });
});

test('the UI has an address of its own where XGFLOW_UI_URI gives one to the server of the environment', () => {
  const env = { MLFLOW_TRACKING_URI: 'http://mlflow:5000', XGFLOW_UI_URI: 'https://ml.example/ui' };
  expect(uiAddress('http://mlflow:5000', env)).toBe('https://ml.example/ui');
  expect(uiAddress('http://elsewhere', env)).toBe('http://elsewhere');
  expect(uiAddress('http://mlflow:5000', { ...env, XGFLOW_UI_URI: '' })).toBe('http://mlflow:5000');
  expect(() => uiAddress('http://mlflow:5000', { ...env, XGFLOW_UI_URI: 'ml.example' })).toThrow(
    /^not an http\(s\) address: "ml\.example" · XGFLOW_UI_URI · /u,
  );
});
