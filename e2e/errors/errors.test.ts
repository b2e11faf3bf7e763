import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import { drawn } from '../support/faults/random-numbers.ts';
import { repository } from '../support/xgflow.ts';
import { ableCases, unableCases } from './able-cases.ts';
import { cases } from './cases.ts';
import { expectError } from './expect-error.ts';
import { runCase } from './run-case.ts';
import { Scene } from './scene.ts';
import { rows } from './small-table.ts';
import { removeTrainedModel } from './trained-model.ts';

/** A third of the cases, others with another seed; e2e/long/errors.test.ts has all of them. */
const asJson = drawn(ableCases, Math.ceil(ableCases.length / 3));

afterAll(removeTrainedModel);

test('there are at least 40 cases, each with a name of its own', () => {
  expect(cases.length).toBeGreaterThanOrEqual(40);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

describe('one line, an exit code, no stack, no secret, nothing half-written', () => {
  test.concurrent.each(ableCases)(
    '$name',
    (item) => expectError(item, { asJson: asJson.includes(item) }),
    60_000,
  );
  if (unableCases.length > 0) test.skip.each(unableCases)('$name: needs root', () => undefined);
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
