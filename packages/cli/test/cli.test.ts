import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { withDirectory } from './support/directory.ts';
import { startXgflow, xgflow } from './support/xgflow.ts';

const fakeMlflow = fileURLToPath(new URL('./support/fake-mlflow.mjs', import.meta.url));
const bin = fileURLToPath(new URL('../bin/xgflow.js', import.meta.url));

async function withLog<T>(lines: number, work: (cwd: string) => Promise<T>): Promise<T> {
  return withDirectory(async (cwd) => {
    await mkdir(path.join(cwd, '.xgflow'));
    const text = Array.from({ length: lines }, (_, index) => `line ${index}\n`).join('');
    await writeFile(path.join(cwd, '.xgflow', 'server.log'), text);
    return work(cwd);
  });
}

test('--version prints the version of the package', async () => {
  const { stdout, code } = await xgflow(['--version'], { cwd: '/' });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  expect(code).toBe(0);
});

describe('--help', () => {
  const lines = [
    'server start',
    'server status',
    'server stop',
    'server logs',
    'sweep',
    'compare',
    'register',
    'predict',
  ];
  test.each(lines)('xgflow %s --help shows its options and examples on stdout', async (line) => {
    const { stdout, stderr, code } = await xgflow([...line.split(' '), '--help'], { cwd: '/' });
    expect(stdout).toMatch(new RegExp(`^xgflow ${line}`, 'u'));
    expect(stdout).toContain('--json');
    expect(stdout).toMatch(/^Examples:\n {2}xgflow /mu);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  });

  test('with --json it is one JSON document', async () => {
    const { stdout } = await xgflow(['--help', '--json'], { cwd: '/' });
    expect(JSON.parse(stdout)).toEqual({ text: expect.stringContaining('Exit codes:') });
  });
});

(existsSync('/dev/full') ? describe : describe.skip)('stdout on a full disk', () => {
  const into = (place: string, line: string) =>
    spawnSync('sh', ['-c', `'${process.execPath}' '${bin}' ${line} > ${place}`], {
      cwd: '/',
      encoding: 'utf8',
    });

  test('is said in a line, with exit code 7', () => {
    const { status, stderr } = into('/dev/full', '--help');
    expect(stderr).toBe('✗ the disk is full · standard output · free some space and repeat\n');
    expect(status).toBe(7);
  });

  test('hides no error of a command that prints nothing there', () => {
    const { status, stderr } = into('/dev/full', 'sweep nowhere.yaml');
    expect(stderr).toMatch(/^✗ there is no such file · nowhere\.yaml/u);
    expect(status).toBe(2);
  });
});

describe('completion', () => {
  const cases = [
    { words: ['xgflow', ''], offers: ['completion', 'server', 'sweep', 'predict'] },
    { words: ['xgflow', 'server', ''], offers: ['start', 'status', 'stop', 'logs'] },
    { words: ['xgflow', 'server', 'start', '--'], offers: ['--port', '--dir', '--json'] },
    { words: ['xgflow', ''], offers: ['doctor', 'init', 'check', 'runs', 'models'] },
    { words: ['xgflow', 'init', '--'], offers: ['--target', '--out', '--force', '--json'] },
    { words: ['xgflow', 'runs', '--'], offers: ['--experiment', '--sweep', '--tracking-uri'] },
    { words: ['xgflow', 'predict', '--'], offers: ['--model', '--keep', '--tracking-uri'] },
  ];
  test.each(cases)('of $words offers $offers', async ({ words, offers }) => {
    const { stdout } = await xgflow(['--get-yargs-completions', ...words], { cwd: '/' });
    expect(stdout.trim().split('\n')).toEqual(expect.arrayContaining(offers));
  });

  test('the script completes in a real bash', async () => {
    await withDirectory((cwd) => {
      const script = `
        xgflow() { '${process.execPath}' '${bin}' "$@"; }
        eval "$(xgflow completion)"
        COMP_WORDS=(xgflow server st); COMP_CWORD=2; _xgflow_yargs_completions; echo "\${COMPREPLY[@]}"`;
      const { stdout } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' });
      expect(stdout.trim().split(' ').sort()).toEqual(['start', 'status', 'stop']);
      return Promise.resolve();
    });
  });
});

describe('ends', () => {
  test('quietly with 0 when the reader of stdout goes away', async () => {
    await withLog(300_000, (cwd) => {
      const script = `'${process.execPath}' '${bin}' server logs --lines 300000 | head -1; echo "\${PIPESTATUS[0]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' });
      expect(stdout).toBe('line 0\n0\n');
      expect(stderr).toBe('');
      return Promise.resolve();
    });
  });

  test('at once on the second signal, whatever the work put away', async () => {
    await withDirectory(async (cwd) => {
      const env = {
        XGFLOW_MLFLOW: fakeMlflow,
        XGFLOW_FAKE_MLFLOW: 'stubborn',
        PATH: process.env.PATH!,
      };
      const { child, ended } = startXgflow(['server', 'start', '--port', '25500'], { cwd, env });
      const record = path.join(cwd, '.xgflow', 'server.json');
      const ready = path.join(cwd, '.xgflow', 'server.log');
      while (!(await readFile(ready, 'utf8').catch(() => '')).includes('stubborn')) await sleep(50);
      const { pid } = JSON.parse(await readFile(record, 'utf8')) as { pid: number };
      child.kill('SIGINT');
      await new Promise<void>((resolve) => {
        child.stderr!.on('data', (text: string) => {
          if (text.includes('ending in good order')) resolve();
        });
      });
      child.kill('SIGINT');
      expect((await ended).code).toBe(130);
      // Had the command waited, the server that ignores SIGTERM would have been killed by now.
      process.kill(pid, 'SIGKILL');
    });
  });

  const signals = [
    { signal: 'SIGINT', exit: 130, code: 'interrupted' },
    { signal: 'SIGTERM', exit: 143, code: 'terminated' },
    { signal: 'SIGHUP', exit: 129, code: 'hung-up' },
  ] as const;
  test.each(signals)('with $exit after $signal', ({ signal, exit, code }) =>
    withLog(3, async (cwd) => {
      const { child, ended } = startXgflow(['server', 'logs', '--follow', '--json'], { cwd });
      await new Promise((resolve) => child.stdout!.once('data', resolve));
      child.kill(signal);
      const { stdout, code: exitCode } = await ended;
      const documents = stdout.trim().split('\n');
      expect(documents.slice(0, 3).map((line): unknown => JSON.parse(line))).toEqual([
        { line: 'line 0' },
        { line: 'line 1' },
        { line: 'line 2' },
      ]);
      expect(JSON.parse(documents[3]!)).toMatchObject({ error: { code } });
      expect(exitCode).toBe(exit);
    }),
  );
});
