import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository, trackingUri } from './xgflow.ts';

const run = promisify(execFile);

/** Runs a script of e2e/python/ in the repository's venv; resolves with the JSON that it prints. */
export async function python<T>(script: string, args: readonly string[]): Promise<T> {
  const { stdout } = await run(
    path.join(repository, '.venv/bin/python'),
    [path.join(repository, 'e2e/python', script), ...args],
    {
      maxBuffer: 64 * 2 ** 20,
      env: {
        ...process.env,
        MLFLOW_TRACKING_URI: trackingUri(),
        MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR: 'false',
        PYTHONWARNINGS: 'ignore',
      },
    },
  );
  return JSON.parse(stdout) as T;
}
