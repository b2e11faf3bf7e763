import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from '@jest/globals';
import { endGroup } from '../../src/local-server/end-group.ts';
import { runningServer, stopServer } from '../../src/local-server/local-server.ts';
import { freePort } from '../../src/local-server/ports.ts';
import { groupMembers, identifyProcess, isRunning } from '@xgflow/mlflow-client/process';
import { requireLinux } from '../../src/local-server/require-linux.ts';
import { readRecord, writeRecord } from '../../src/local-server/server-record.ts';
import { startServer, type StartOptions } from '../../src/local-server/start-server.ts';
import { withDirectory } from '../support/directory.ts';

const mlflow = fileURLToPath(new URL('../support/fake-mlflow.mjs', import.meta.url));
const options = (directory: string, mode = 'serve', more: Partial<StartOptions> = {}) => ({
  directory: path.join(directory, '.xgflow'),
  mlflow,
  port: 25_000,
  env: { PATH: process.env.PATH, XGFLOW_FAKE_MLFLOW: mode, MLFLOW_TRACKING_URI: 'http://other' },
  signal: new AbortController().signal,
  ...more,
});

const started: string[] = [];
async function withServer(
  mode: string,
  work: (directory: string, pid: number, uri: string) => Promise<void>,
): Promise<void> {
  await withDirectory(async (root) => {
    const { directory } = options(root);
    started.push(directory);
    const { server } = await startServer(options(root, mode));
    await work(directory, server.pid, server.uri);
    await stopServer(directory);
    expect(groupMembers(server.pid)).toEqual([]);
  });
}

afterEach(async () => {
  for (const directory of started.splice(0)) await stopServer(directory);
});

describe('startServer', () => {
  test('starts one server however often it is called at once, and says whether it did', async () => {
    await withDirectory(async (root) => {
      started.push(options(root).directory);
      const all = await Promise.all([1, 2, 3].map(() => startServer(options(root))));
      const pids = new Set(all.map(({ server }) => server.pid));
      expect(pids.size).toBe(1);
      expect(all.filter((one) => one.started)).toHaveLength(1);
      expect(all[0]!.server).toMatchObject({ version: '9.9.9' });
      expect((await startServer(options(root))).started).toBe(false);
      await stopServer(options(root).directory);
    });
  });

  test('passes SQLite, local artifacts, loopback, one worker and no foreign settings', async () => {
    await withServer('serve', async (directory, _pid, uri) => {
      const [command, env] = (await readFile(path.join(directory, 'server.log'), 'utf8')).split(
        '\n',
      );
      expect(command).toContain(
        `["server","--backend-store-uri","sqlite:///mlflow.db","--artifacts-destination","./artifacts","--host","127.0.0.1","--port","${new URL(uri).port}","--workers","1"]`,
      );
      expect(JSON.parse(env!)).toMatchObject({ MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false' });
      expect(env).not.toContain('MLFLOW_TRACKING_URI');
    });
  });

  test('takes the next port when one is taken', async () => {
    const other = createServer().listen(await freePort(25_000), '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const taken = address instanceof Object ? address.port : 0;
    await withServer('serve', (_directory, _pid, uri) => {
      expect(Number(new URL(uri).port)).toBeGreaterThan(taken);
      return Promise.resolve();
    });
    other.close();
  });

  test('takes the next port when another program was faster to bind the first', async () => {
    await withServer('overtaken', async (directory, _pid, uri) => {
      const log = await readFile(path.join(directory, 'server.log'), 'utf8');
      const asked = [...log.matchAll(/"--port","(?<port>\d+)"/gu)].map(
        (found) => found.groups!.port,
      );
      expect(asked).toHaveLength(2);
      expect(new URL(uri).port).toBe(asked[1]);
      expect(Number(asked[1])).toBeGreaterThan(Number(asked[0]));
    });
  });

  test('passes on in one line why the server ended, and leaves no record', async () => {
    await withDirectory(async (root) => {
      await expect(startServer(options(root, 'old-database'))).rejects.toMatchObject({
        name: 'ServerStartError',
        message: expect.stringMatching(
          /ended while starting: mlflow\S+ Detected out-of-date database schema .* · .*server\.log · /u,
        ),
        logTail: expect.arrayContaining(['some last words']),
      });
      expect(await readRecord(options(root).directory)).toBeUndefined();
    });
  });

  test('ends a server that does not answer in time', async () => {
    await withDirectory(async (root) => {
      const patient = options(root, 'deaf', { patienceMs: 600 });
      await expect(startServer(patient)).rejects.toThrow(/did not answer within 1 s/u);
      expect(await readRecord(patient.directory)).toBeUndefined();
    });
  });

  test('ends what it started when it is interrupted', async () => {
    await withDirectory(async (root) => {
      const stop = new AbortController();
      const starting = startServer(options(root, 'deaf', { signal: stop.signal }));
      let record;
      while (record === undefined) record = await readRecord(options(root).directory);
      stop.abort(new Error('interrupted'));
      await expect(starting).rejects.toThrow('interrupted');
      expect(isRunning(record)).toBe(false);
    });
  });
});

describe('stopServer', () => {
  test('ends workers too, also those whose main process was killed', async () => {
    await withServer('worker', async (directory, pid) => {
      expect(groupMembers(pid)).toHaveLength(2);
      process.kill(pid, 'SIGKILL');
      while (identifyProcess(pid)) await new Promise(setImmediate);
      expect(await runningServer(directory)).toBeUndefined();
      expect(groupMembers(pid)).toHaveLength(1);
      expect(await stopServer(directory)).toMatchObject({ pid });
      expect(groupMembers(pid)).toEqual([]);
    });
  });

  test('touches no process that only has the same id', async () => {
    await withDirectory(async (directory) => {
      const bystander = spawn('sleep', ['60'], { detached: true });
      const pid = bystander.pid!;
      await writeRecord(directory, {
        pid,
        started: 'b/1',
        uri: 'http://127.0.0.1:1',
        version: null,
      });
      expect(await runningServer(directory)).toBeUndefined();
      await writeRecord(directory, {
        pid,
        started: 'b/1',
        uri: 'http://127.0.0.1:1',
        version: null,
      });
      expect(await stopServer(directory)).toBeUndefined();
      expect(await readRecord(directory)).toBeUndefined();
      expect(identifyProcess(pid)).toBeDefined();
      bystander.kill('SIGKILL');
    });
  });

  test('nothing to stop', async () => {
    expect(await stopServer('/nowhere')).toBeUndefined();
  });
});

test('endGroup kills what does not end on SIGTERM', async () => {
  const stubborn = spawn('bash', ['-c', "trap '' TERM; echo ready; while :; do sleep 1; done"], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(stubborn.stdout, 'data');
  expect(await endGroup(stubborn.pid!, 300)).toBe(true);
  expect(groupMembers(stubborn.pid!)).toEqual([]);
});

test('freePort passes over ports that browsers refuse', async () => {
  expect(await freePort(6665)).toBeGreaterThan(6669);
});

test('freePort at the end of the range', async () => {
  await expect(freePort(65_536)).rejects.toMatchObject({ name: 'UsageError' });
});

test('other platforms get one clear line', () => {
  expect(() => requireLinux('darwin')).toThrow(
    /Linux only · this is darwin · run `mlflow server`/u,
  );
});
