import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { repository } from '../support/xgflow.ts';

/**
 * The blocks ```js runnable of a package's README are one program, in their order. All run in one directory, in this
 * order: what `model` writes is what `serving` and `mlflow-client` read.
 */
const packages = ['data', 'xgboost-node', 'model', 'serving', 'mlflow-client', 'trainer'];
const tables = ['claims.csv', 'claims-next-year.csv', 'new-claims.csv'];

let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'xgflow-readme-'));
  const example = path.join(repository, 'examples/claims');
  for (const name of tables) {
    await copyFile(path.join(example, 'claims.csv'), path.join(directory, name));
  }
  await copyFile(path.join(example, 'sweep.yaml'), path.join(directory, 'sweep.yaml'));
  const scope = path.join(directory, 'node_modules/@xgflow');
  await mkdir(scope, { recursive: true });
  for (const name of packages) {
    await symlink(path.join(repository, 'packages', name), path.join(scope, name));
  }
});

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function program(name: string): Promise<string> {
  const readme = await readFile(path.join(repository, 'packages', name, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/^```js runnable\n(.*?)^```$/gmsu)].map(([, code]) => code);
  const client = blocks.join('\n').replaceAll(/^client\.close\(\);$/gmu, '');
  const uri = process.env.XGFLOW_TEST_MLFLOW_URI;
  if (uri === undefined) throw new Error('XGFLOW_TEST_MLFLOW_URI is not set');
  return client.replaceAll('http://127.0.0.1:5000', uri);
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function runProgram(name: string): Promise<Ended> {
  const file = path.join(directory, `${name}.mjs`);
  await writeFile(file, await program(name));
  const child = spawn(process.execPath, [file], { cwd: directory });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, ...written });
    });
  });
}

/** A few words that the program prints or writes when it did what its README says. */
const signs: Readonly<Record<string, RegExp>> = {
  data: /^10000 /u,
  'xgboost-node': /^\d+ 1\nFloat32Array\(6\)/u,
  'mlflow-client': /\[ 0\.71, 0\.8, NaN, 0\.84 \]/u,
  trainer: /^original 0\.\d+.*\nshallow 0\.\d+/u,
};

describe('the example of each README runs as it stands', () => {
  test.each(packages)(
    '%s',
    async (name) => {
      const { code, stdout, stderr } = await runProgram(name);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(signs[name] ?? /^/u);
    },
    60_000,
  );

  test('serving has written its scores', async () => {
    const scored = await readFile(path.join(directory, 'scored.csv'), 'utf8');
    expect(scored.split('\n')[0]).toBe('row,probability,prediction,unseen_levels,age');
    expect(scored.trimEnd().split('\n')).toHaveLength(10_001);
  });
});
