import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import { MlflowNotFoundError } from '../errors/mlflow-not-found-error.ts';
import { UsageError } from '../errors/usage-error.ts';
import { upward } from './state-directory.ts';

const inVenv = [path.join('.xgflow', 'venv'), '.venv'];

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/**
 * The `mlflow` executable: `--mlflow`, else XGFLOW_MLFLOW, else the nearest `.xgflow/venv/bin/mlflow` or
 * `.venv/bin/mlflow` upward, else PATH.
 *
 * @throws UsageError when the one that was named is no executable file.
 * @throws MlflowNotFoundError when there is none.
 */
export async function findMlflow(
  named: string | undefined,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const fromEnv = (env.XGFLOW_MLFLOW ?? '') === '' ? undefined : env.XGFLOW_MLFLOW;
  const given = named ?? fromEnv;
  if (given !== undefined) {
    const file = path.resolve(cwd, given);
    if (await isExecutable(file)) return file;
    throw new UsageError(
      `not an executable file: ${file} · ${named === undefined ? 'XGFLOW_MLFLOW' : '--mlflow'} · name the mlflow of a Python environment, e.g. .venv/bin/mlflow`,
    );
  }
  const inVenvs = upward(cwd).flatMap((directory) =>
    inVenv.map((venv) => path.join(directory, venv, 'bin', 'mlflow')),
  );
  const onPath = (env.PATH ?? '')
    .split(path.delimiter)
    .filter((directory) => path.isAbsolute(directory))
    .map((directory) => path.join(directory, 'mlflow'));
  for (const candidate of [...inVenvs, ...onPath])
    if (await isExecutable(candidate)) return candidate;
  throw new MlflowNotFoundError([
    'XGFLOW_MLFLOW',
    '.xgflow/venv',
    '.venv (here and above)',
    'PATH',
  ]);
}
