import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { startXgflow } from '../support/xgflow.ts';

/** Starts a sweep and kills it (-9) when its journal tells of the first trials; throws when it came to its end. */
export async function killOnTheWay(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<void> {
  const { child, ended } = startXgflow(args, options);
  const watch = setInterval(() => {
    void journalBytes(options.cwd).then((bytes) => bytes > 1000 && child.kill('SIGKILL'));
  }, 20);
  const { signal } = await ended;
  clearInterval(watch);
  if (signal !== 'SIGKILL') throw new Error('the sweep ended before it was killed');
}

async function journalBytes(cwd: string): Promise<number> {
  const sweeps = path.join(cwd, '.xgflow/sweeps');
  const names = await readdir(sweeps).catch(() => []);
  const sizes = names.map((name) =>
    stat(path.join(sweeps, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return Math.max(0, ...(await Promise.all(sizes)));
}
