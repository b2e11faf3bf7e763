import { spawn } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repository, trackingUri } from '../../support/xgflow.ts';
import { runnableBlocks } from './runnable-blocks.ts';

/** In the order in which their examples run: what `model` writes is what `serving` and `mlflow-client` read. */
export const packages = ['data', 'xgboost-node', 'model', 'serving', 'mlflow-client', 'trainer'];

/** Makes `@xgflow/…` in the directory the repository's packages. */
export async function linkPackages(directory: string): Promise<void> {
  const scope = path.join(directory, 'node_modules/@xgflow');
  await mkdir(scope, { recursive: true });
  for (const name of packages) {
    await symlink(path.join(repository, 'packages', name), path.join(scope, name));
  }
}

/** The runnable blocks of a package's README are one program, in their order. */
async function program(name: string): Promise<string> {
  const blocks = await runnableBlocks(`packages/${name}/README.md`, 'js');
  const whole = blocks.map(({ code }) => code).join('\n');
  const client = whole.replaceAll(/^client\.close\(\);$/gmu, '');
  return client.replaceAll('http://127.0.0.1:5000', trackingUri());
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program of a package's README in a directory that `linkPackages` has seen. */
export async function runReadme(name: string, directory: string): Promise<Ended> {
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
