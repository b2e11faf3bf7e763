import { execFile } from 'node:child_process';
import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import { repository } from '../support/xgflow.ts';
import type { Outcome } from '../support/xgflow.ts';
import { canaries } from './canaries.ts';
import { cases } from './cases.ts';
import type { ErrorCase } from './error-case.ts';
import { runCase } from './run-case.ts';
import { Scene } from './scene.ts';
import { rows } from './small-table.ts';
import { removeTrainedModel } from './trained-model.ts';

const isRoot = process.getuid?.() === 0;
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
/** Writes the table of messages for a person to read. */
const report = process.env.XGFLOW_TEST_ERROR_TABLE;

function expectNoSecretsAndNoStack({ stdout, stderr }: Outcome): void {
  for (const text of [stdout, stderr]) {
    expect(text).not.toMatch(/^\s+at .*[:(]\d/mu);
    for (const secret of Object.values(canaries)) expect(text).not.toContain(secret);
  }
}

async function expectNothingLeft(
  scene: Scene,
  before: readonly string[],
  { leaves }: ErrorCase,
): Promise<void> {
  const left = (await scene.files()).filter((file) => !before.includes(file));
  expect(left.filter((file) => leaves?.test(file) !== true)).toEqual([]);
  for (const file of left) {
    const content = await readFile(scene.path(file), 'latin1');
    for (const secret of Object.values(canaries)) expect(content).not.toContain(secret);
  }
}

async function expectError(item: ErrorCase): Promise<void> {
  const scene = await Scene.open();
  try {
    const staged = await item.stage(scene);
    const before = await scene.files();
    const plain = await runCase(scene, staged);
    const line = lastLine(plain.stderr).replace(/^✗ /u, '');
    if (report !== undefined) await appendFile(report, `${item.exit} ${item.name}\n    ${line}\n`);
    expect(line).toMatch(item.says);
    expect(plain).toMatchObject({ code: item.exit, stdout: '' });
    expectNoSecretsAndNoStack(plain);
    await expectNothingLeft(scene, before, item);
    // With --json nobody is told how far it is, so there is nothing to wait for.
    if (staged.interrupt) return;
    const json = await runCase(scene, { ...staged, args: [...staged.args, '--json'] });
    const { error } = JSON.parse(json.stdout) as {
      error: { message: string; hint: string | null };
    };
    expect([error.message, error.hint ?? ''].filter(Boolean).join(' · ')).toMatch(item.says);
    expect(json.code).toBe(item.exit);
    expectNoSecretsAndNoStack(json);
    await expectNothingLeft(scene, before, item);
  } finally {
    await scene.close();
  }
}

afterAll(removeTrainedModel);

test('there are at least 40 cases, each with a name of its own', () => {
  expect(cases.length).toBeGreaterThanOrEqual(40);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

describe('one line, an exit code, no stack, no secret, nothing half-written', () => {
  const able = cases.filter(({ needsRoot }) => needsRoot !== true || isRoot);
  test.concurrent.each(able)('$name', expectError, 60_000);
  const unable = cases.filter((item) => !able.includes(item));
  if (unable.length > 0) test.skip.each(unable)('$name: needs root', () => undefined);
});

test('a byte order mark is no error; a column without any value is told', async () => {
  const scene = await Scene.open();
  try {
    const table = rows.map((row) => row.replace(/^\d+/u, (age) => `${age},`));
    await scene.write('data.csv', `\uFEFFage,nothing,city,target\n${table.join('\n')}\n`);
    const { code, stdout, stderr } = await runCase(scene, {
      args: ['sweep', 'sweep.yaml', '--dry-run'],
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('3 features') });
    expect(stderr).toContain('! no cell of column nothing has a value · list it under drop');
  } finally {
    await scene.close();
  }
});

test('a reader that has seen enough ends the command quietly', async () => {
  const bin = path.join(repository, 'packages/cli/bin/xgflow.js');
  const script = '"$0" "$1" --help | head -1; exit "${PIPESTATUS[0]}"';
  const { stdout, stderr } = await promisify(execFile)('bash', [
    '-c',
    script,
    process.execPath,
    bin,
  ]);
  expect(stdout).toBe('xgflow <command>\n');
  expect(stderr).toBe('');
});
