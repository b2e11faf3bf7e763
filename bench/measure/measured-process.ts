import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { program, python } from '../paths.ts';
import type { Sample } from './sample.ts';

/** A command to measure. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Default: the current directory. */
  readonly cwd?: string;
  /** Beside the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Measured {
  readonly sample: Sample;
  readonly stdout: string;
}

/** The same for both sides: no colours, no options of this process, no telemetry, the given server only. */
const plain = {
  NODE_OPTIONS: '',
  NO_COLOR: '1',
  PYTHONWARNINGS: 'ignore',
  MLFLOW_DISABLE_TELEMETRY: 'true',
  MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR: 'false',
  MLFLOW_TRACKING_URI: '',
};

/**
 * Runs a command to its end under `measure.py`.
 *
 * @throws Error with the end of its stderr when it ends with another code than 0
 */
export async function measured(command: Command): Promise<Measured> {
  const out = path.join(tmpdir(), `xgflow-bench-${randomUUID()}.json`);
  try {
    const stdout = await run({
      ...command,
      program: python,
      args: ['-I', '-S', program('measure.py'), out, command.program, ...command.args],
    });
    return { sample: JSON.parse(await readFile(out, 'utf8')) as Sample, stdout };
  } finally {
    await rm(out, { force: true });
  }
}

/** Runs a command to its end without measuring; resolves with its stdout. @throws Error as `measured` */
export function run({ program: file, args, cwd, env }: Command): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...process.env, ...plain, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(stdout);
      else {
        const words = [file, ...args].join(' ');
        reject(new Error(`${words} ended with ${code ?? 'a signal'}:\n${stderr.slice(-3000)}`));
      }
    });
  });
}
