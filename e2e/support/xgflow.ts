import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';

export const repository = path.resolve(import.meta.dirname, '../..');

export interface Outcome {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Where {
  readonly cwd?: string;
  /** Beside this process' environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Outcome>;
}

/** Starts the built command as a user's shell would, on the test server unless `args` say otherwise. */
export function startXgflow(
  args: readonly string[],
  { cwd = repository, env = {} }: Where = {},
): Started {
  const child = spawn(
    process.execPath,
    [path.join(repository, 'packages/cli/bin/xgflow.js'), ...args],
    {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        NO_COLOR: '1',
        MLFLOW_TRACKING_URI: trackingUri(),
        ...env,
      },
    },
  );
  const read = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (read[name] += text));
  }
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, ...read });
    });
  });
  return { child, ended };
}

/** Runs the command to its end; throws with its stderr unless it ends with `code`. */
export async function xgflow(
  args: readonly string[],
  { code = 0, ...options }: Where & { readonly code?: number } = {},
): Promise<Outcome> {
  const outcome = await startXgflow(args, options).ended;
  if (outcome.code !== code) {
    throw new Error(
      `xgflow ${args.join(' ')} ended with ${outcome.code ?? outcome.signal ?? '?'}, not ${code}:\n${outcome.stderr}${outcome.stdout}`,
    );
  }
  return outcome;
}

/** The one JSON document that a command with `--json` prints. */
export async function xgflowJson<T>(
  args: readonly string[],
  options: Where & { readonly code?: number } = {},
): Promise<T> {
  return JSON.parse((await xgflow([...args, '--json'], options)).stdout) as T;
}

export function trackingUri(): string {
  const uri = process.env.XGFLOW_TEST_MLFLOW_URI;
  if (!uri)
    throw new Error(
      'XGFLOW_TEST_MLFLOW_URI is not set: these tests need the real MLflow server that npm test starts',
    );
  return uri;
}
