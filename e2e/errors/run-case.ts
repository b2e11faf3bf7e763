import { spawn } from 'node:child_process';
import path from 'node:path';
import { repository } from '../support/xgflow.ts';
import type { Outcome } from '../support/xgflow.ts';
import { canaries } from './canaries.ts';
import type { Staged } from './error-case.ts';
import type { Scene } from './scene.ts';

const bin = path.join(repository, 'packages/cli/bin/xgflow.js');

/** Runs a staged command line to its end. */
export async function runCase(
  scene: Scene,
  { args, cwd = '.', env = {}, interrupt, as }: Staged,
): Promise<Outcome> {
  const command = [process.execPath, bin, ...args];
  const [file = '', ...words] = as ? ['runuser', '-u', as, '--', ...command] : command;
  const child = spawn(file, words, {
    cwd: scene.path(cwd),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: scene.directory,
      TMPDIR: process.env.TMPDIR,
      ...canaries,
      ...env,
    },
  });
  const read = { stdout: '', stderr: '' };
  let told = false;
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      read[name] += text;
      if (!interrupt || told || !interrupt.when.test(read.stderr)) return;
      told = true;
      child.kill(interrupt.signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, ...read });
    });
  });
}
