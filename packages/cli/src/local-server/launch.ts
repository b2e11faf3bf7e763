import { spawn, type ChildProcess } from 'node:child_process';
import { openLog } from './server-log.ts';

/** The server's environment: what would point it to other stores or ports is left out. */
export function serverEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(
    ([name]) => !/^_?MLFLOW_/u.test(name) || name.startsWith('MLFLOW_SERVER_'),
  );
  return {
    ...Object.fromEntries(kept),
    // Job execution starts further processes that this use does not need.
    MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false',
    PYTHONUNBUFFERED: '1',
  };
}

/**
 * Starts `mlflow server` in a process group of its own, so that it outlives the terminal and can be ended with its
 * workers. It runs inside the state directory: relative paths hold whatever the directory's name has in it, where a
 * URI would need escapes.
 */
export async function launch(
  mlflow: string,
  directory: string,
  port: number,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ChildProcess> {
  const log = await openLog(directory);
  try {
    const child = spawn(
      mlflow,
      [
        'server',
        ...['--backend-store-uri', 'sqlite:///mlflow.db'],
        ...['--artifacts-destination', './artifacts'],
        ...['--host', '127.0.0.1'],
        ...['--port', String(port)],
        ...['--workers', '1'],
      ],
      {
        cwd: directory,
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
        env: serverEnvironment(env),
      },
    );
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    return child;
  } finally {
    await log.close();
  }
}
