import { appendFile, chmod, mkdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findMlflow } from '../../src/local-server/find-mlflow.ts';
import { followLog } from '../../src/local-server/follow-log.ts';
import { serverEnvironment } from '../../src/local-server/launch.ts';
import { logFile, openLog, tailOf } from '../../src/local-server/server-log.ts';
import { writeRecord } from '../../src/local-server/server-record.ts';
import { causeInLog } from '../../src/local-server/start-failure.ts';
import {
  chooseServerDirectory,
  makeStateDirectory,
} from '../../src/local-server/state-directory.ts';
import { withDirectory } from '../support/directory.ts';

async function executable(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, '#!/bin/sh\n');
  await chmod(file, 0o755);
  return file;
}

test('findMlflow: option, XGFLOW_MLFLOW, nearest venv upward, PATH; then an error', async () => {
  await withDirectory(async (directory) => {
    const cwd = path.join(directory, 'a', 'b');
    await mkdir(cwd, { recursive: true });
    const env = { XGFLOW_MLFLOW: '', PATH: `relative:${path.join(directory, 'bin')}` };
    await expect(findMlflow(undefined, cwd, env)).rejects.toMatchObject({
      name: 'MlflowNotFoundError',
    });
    const onPath = await executable(path.join(directory, 'bin', 'mlflow'));
    expect(await findMlflow(undefined, cwd, env)).toBe(onPath);
    const above = await executable(path.join(directory, '.venv', 'bin', 'mlflow'));
    expect(await findMlflow(undefined, cwd, env)).toBe(above);
    const nearer = await executable(path.join(directory, 'a', '.xgflow', 'venv', 'bin', 'mlflow'));
    expect(await findMlflow(undefined, cwd, env)).toBe(nearer);
    const named = { ...env, XGFLOW_MLFLOW: onPath };
    expect(await findMlflow(undefined, cwd, named)).toBe(onPath);
    expect(await findMlflow('../../.venv/bin/mlflow', cwd, named)).toBe(above);
    await expect(findMlflow('.', cwd, named)).rejects.toMatchObject({ name: 'UsageError' });
  });
});

test('chooseServerDirectory: --dir, the nearest with a server, the nearest at all, else here', async () => {
  await withDirectory(async (directory) => {
    const cwd = path.join(directory, 'a', 'b');
    await mkdir(cwd, { recursive: true });
    expect(await chooseServerDirectory(cwd)).toBe(path.join(cwd, '.xgflow'));
    await makeStateDirectory(path.join(directory, 'a', '.xgflow'));
    expect(await chooseServerDirectory(cwd)).toBe(path.join(directory, 'a', '.xgflow'));
    await makeStateDirectory(path.join(directory, '.xgflow'));
    await writeFile(path.join(directory, '.xgflow', 'mlflow.db'), '');
    expect(await chooseServerDirectory(cwd)).toBe(path.join(directory, '.xgflow'));
    expect(await chooseServerDirectory(cwd, '..')).toBe(path.join(directory, 'a', '.xgflow'));
  });
});

test('makeStateDirectory keeps git away and leaves what is there', async () => {
  await withDirectory(async (directory) => {
    await makeStateDirectory(directory);
    expect(await readFile(path.join(directory, '.gitignore'), 'utf8')).toBe('*\n');
    await writeFile(path.join(directory, '.gitignore'), 'own');
    await makeStateDirectory(directory);
    expect(await readFile(path.join(directory, '.gitignore'), 'utf8')).toBe('own');
  });
});

test('record and log can be read by their owner only', async () => {
  await withDirectory(async (directory) => {
    await writeRecord(directory, { pid: 1, started: 'x', uri: 'http://h', version: null });
    await (await openLog(directory)).close();
    for (const file of ['server.json', 'server.log']) {
      expect((await stat(path.join(directory, file))).mode & 0o777).toBe(0o600);
    }
  });
});

test('a log of more than 10 MiB is put aside', async () => {
  await withDirectory(async (directory) => {
    await writeFile(logFile(directory), '');
    await truncate(logFile(directory), 10 * 2 ** 20 + 1);
    await (await openLog(directory)).close();
    expect((await stat(logFile(directory))).size).toBe(0);
    expect((await stat(`${logFile(directory)}.1`)).size).toBe(10 * 2 ** 20 + 1);
  });
});

describe('tailOf', () => {
  const long = Array.from({ length: 20_000 }, (_, index) => `línea ${index}`);
  test.each([
    ['the last of many', `${long.join('\n')}\n`, 3, long.slice(-3)],
    ['more than there are', 'a\nb\n', 9, ['a', 'b']],
    ['all over several chunks', `${long.join('\n')}\n`, 20_000, long],
    ['a last line that is not ended', 'a\nb', 1, ['b']],
    ['empty lines', 'a\n\n\n', 2, ['', '']],
    ['none', 'a\nb\n', 0, []],
    ['an empty file', '', 5, []],
  ])('%s', async (_, text, lines, expected) => {
    await withDirectory(async (directory) => {
      const file = path.join(directory, 'log');
      await writeFile(file, text);
      expect(await tailOf(file, lines)).toEqual({ lines: expected, end: Buffer.byteLength(text) });
    });
  });

  test('a missing file has no lines', async () => {
    expect(await tailOf('/nowhere/log', 5)).toEqual({ lines: [], end: 0 });
  });
});

test('followLog: new lines, half lines when they are whole, a replaced file from its beginning', async () => {
  await withDirectory(async (directory) => {
    const file = path.join(directory, 'log');
    await writeFile(file, 'old\n');
    const stop = new AbortController();
    const lines = followLog(file, 4, stop.signal);
    await appendFile(file, 'one\ntw');
    expect((await lines.next()).value).toBe('one');
    const next = lines.next();
    await appendFile(file, 'o\n');
    expect((await next).value).toBe('two');
    await writeFile(file, 'new\n');
    expect((await lines.next()).value).toBe('new');
    stop.abort(new Error('enough'));
    await expect(lines.next()).rejects.toThrow('enough');
  });
});

test.each([
  [
    [
      'INFO x',
      'Traceback (most recent call last):',
      '  File "x"',
      'a.b.MlflowException: the schema is old',
      'bye',
    ],
    'a.b.MlflowException: the schema is old',
  ],
  [["Error: Invalid value for '--port'", ''], "Error: Invalid value for '--port'"],
  [['ValueError: first', 'OSError: second'], 'OSError: second'],
  [
    [
      "2026/11/26 21:17:06 ERROR:    [Errno 98] error while attempting to bind on address ('127.0.0.1', 5000): address already in use",
      '2026/11/26 21:17:06 INFO:     Application shutdown complete.',
    ],
    "2026/11/26 21:17:06 ERROR:    [Errno 98] error while attempting to bind on address ('127.0.0.1', 5000): address already in use",
  ],
  [['only this', ' '], 'only this'],
  [[], 'it wrote nothing'],
])('causeInLog of %j', (lines, cause) => {
  expect(causeInLog(lines)).toBe(cause);
});

test('the server inherits no setting that leads it to another store or port', () => {
  const given = {
    PATH: '/bin',
    MLFLOW_TRACKING_URI: 'http://elsewhere',
    MLFLOW_BACKEND_STORE_URI: 'postgresql://elsewhere',
    _MLFLOW_SERVER_FILE_STORE: 'x',
    MLFLOW_SERVER_ALLOWED_HOSTS: 'h',
    MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'true',
  };
  expect(serverEnvironment(given)).toEqual({
    PATH: '/bin',
    MLFLOW_SERVER_ALLOWED_HOSTS: 'h',
    MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false',
    PYTHONUNBUFFERED: '1',
  });
});
