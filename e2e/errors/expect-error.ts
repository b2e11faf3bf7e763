import { appendFile, readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import type { Outcome } from '../support/xgflow.ts';
import { canaries } from './canaries.ts';
import type { ErrorCase } from './error-case.ts';
import { runCase } from './run-case.ts';
import { Scene } from './scene.ts';

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
/** Writes the table of messages for a person to read. */
const report = process.env.XGFLOW_TEST_ERROR_TABLE;

/** Stages a case and looks how the command ends; `asJson`: once more with `--json`, which must say the same. */
export async function expectError(
  item: ErrorCase,
  { asJson }: { readonly asJson: boolean },
): Promise<void> {
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
    if (staged.interrupt || !asJson) return;
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
