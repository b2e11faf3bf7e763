import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { slowRows, writeSlowModel } from '../../../serving/test/support/slow-model.ts';
import { withDirectory } from '../support/directory.ts';
import { startXgflow, xgflow, type Running } from '../support/xgflow.ts';

const model = fileURLToPath(
  new URL('../../../serving/test/fixtures/contract/numbers', import.meta.url),
);
const record = { age: 30, income: 41000.5, claims: 4 };
const small = JSON.stringify({ dataframe_records: [record] });
const large = JSON.stringify({ dataframe_records: Array.from({ length: 500 }, () => record) });

/** The JSON line that the command prints once it listens. */
async function started({
  child,
  ended,
}: Running): Promise<{ url: string; pid: number; model: { uri: string } }> {
  const line = new Promise<string>((resolve) => child.stdout?.once('data', resolve));
  const first = await Promise.race([line, ended]);
  if (typeof first !== 'string') throw new Error(first.stderr);
  return JSON.parse(first) as { url: string; pid: number; model: { uri: string } };
}

async function ask(url: string, body: string): Promise<{ status: number; last: boolean }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/invocations`, { method: 'POST', headers, body });
  await response.text();
  return { status: response.status, last: response.headers.get('connection') === 'close' };
}

/** Asks without a pause until the server says that it ends; what comes back is added to `answers`. */
async function askToTheEnd(url: string, body: string, answers: (number | string)[]): Promise<void> {
  for (;;) {
    try {
      const { status, last } = await ask(url, body);
      answers.push(status);
      if (last) return;
    } catch (error) {
      const { code } = (error as { cause: { code: string } }).cause;
      // Not accepted: it came after the end of listening.
      if (code !== 'ECONNREFUSED') answers.push(code);
      return;
    }
  }
}

describe('xgflow serve', () => {
  test('SIGTERM under load: everything accepted is answered, /ping says 503, exit 0', async () => {
    await withDirectory(async (cwd) => {
      const running = startXgflow(['serve', '--model', model, '--port', '0', '--json'], { cwd });
      const { url, pid, model: named } = await started(running);
      expect(named.uri).toBe('numbers');
      const answers: (number | string)[] = [];
      const clients = Array.from({ length: 8 }, (_, at) =>
        askToTheEnd(url, at % 2 === 0 ? small : large, answers),
      );
      while (answers.length < 16) await new Promise((resolve) => setTimeout(resolve, 10));
      process.kill(pid, 'SIGTERM');
      let ping = 200;
      while (ping === 200) ping = (await fetch(`${url}/ping`)).status;
      expect(ping).toBe(503);
      await Promise.all(clients);
      expect(answers.length).toBeGreaterThan(16);
      expect(new Set(answers)).toEqual(new Set([200]));
      const { code, stdout, stderr } = await running.ended;
      expect(code).toBe(0);
      expect(stdout.trim().split('\n')).toHaveLength(1);
      for (const line of stderr.trim().split('\n'))
        expect(() => JSON.parse(line) as unknown).not.toThrow();
      expect(stderr).not.toContain('41000.5');
    });
  }, 30_000);

  test('a second Ctrl-C ends at once, even while the library is explaining', async () => {
    await withDirectory(async (cwd) => {
      const slow = await writeSlowModel(cwd);
      const args = ['serve', '--model', slow, '--port', '0', '--workers', '1', '--json'];
      const running = startXgflow(args, { cwd });
      const { url, pid } = await started(running);
      const headers = { 'content-type': 'application/json' };
      const explain = (rows: number) =>
        fetch(`${url}/explain`, { method: 'POST', headers, body: slowRows(rows) });
      const one = await explain(1);
      expect(one.status).toBe(200);
      const cut = explain(1000).then(
        () => 'answered',
        () => 'cut',
      );
      await new Promise((resolve) => setTimeout(resolve, 500));
      process.kill(pid, 'SIGINT');
      await new Promise((resolve) => setTimeout(resolve, 100));
      const second = performance.now();
      process.kill(pid, 'SIGINT');
      expect(await running.ended).toMatchObject({ code: 130 });
      // The explanation takes many seconds.
      expect(performance.now() - second).toBeLessThan(2000);
      expect(await cut).toBe('cut');
    });
  }, 30_000);

  test('a token from the environment or a file is asked for', async () => {
    await withDirectory(async (cwd) => {
      const token = 'a-token-of-some-length';
      const args = ['serve', '--model', model, '--port', '0', '--json', '--log-level', 'silent'];
      const running = startXgflow(args, { cwd, env: { XGFLOW_SERVE_TOKEN: token } });
      const { url, pid } = await started(running);
      expect(await ask(url, small)).toMatchObject({ status: 401 });
      const authorization = `Bearer ${token}`;
      expect((await fetch(`${url}/schema`, { headers: { authorization } })).status).toBe(200);
      process.kill(pid, 'SIGTERM');
      expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
    });
  }, 30_000);

  test('what is wrong is one line and exit code 2', async () => {
    await withDirectory(async (cwd) => {
      await writeFile(path.join(cwd, 'short.txt'), 'short\n');
      const taken = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => taken.once('listening', resolve));
      const port = String((taken.address() as AddressInfo).port);
      const cases: [string[], RegExp][] = [
        [
          ['--model', model, '--port', port],
          /the port is taken · 127\.0\.0\.1:\d+ · give another --port/u,
        ],
        [['--model', model, '--token-file', 'short.txt'], /not a usable token · --token-file/u],
        [['--model', model, '--token-file', 'none.txt'], /no such file or directory/u],
        [['--model', './nothing'], /no model: \.\/nothing · --model/u],
        [['--model', model, '--port', '99999'], /--port "99999" is not a whole number/u],
      ];
      const ended = await Promise.all(
        cases.map(([args]) => xgflow(['serve', ...args, '--log-level', 'silent'], { cwd })),
      );
      ended.forEach(({ code, stderr }, at) => {
        expect(stderr).toMatch(cases[at]![1]);
        expect(code).toBe(2);
        expect(stderr.trim().split('\n')).toHaveLength(1);
      });
      taken.close();
    });
  }, 30_000);
});
