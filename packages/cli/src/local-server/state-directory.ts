import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { withPath } from '../errors/with-path.ts';

/** Name of the directory that holds the state of xgflow for a project. */
const stateDirectoryName = '.xgflow';
const serverFiles = ['server.json', 'mlflow.db'];

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** `directory` and every directory above it, nearest first. */
export function upward(directory: string): string[] {
  const here = path.resolve(directory);
  const parent = path.dirname(here);
  return parent === here ? [here] : [here, ...upward(parent)];
}

/** The first of the candidates that is there. */
async function firstExisting(candidates: readonly string[]): Promise<string | undefined> {
  for (const candidate of candidates) if (await exists(candidate)) return candidate;
  return undefined;
}

/** The nearest `.xgflow/` upward that holds a local server's files; undefined = none. */
export async function findServerDirectory(cwd: string): Promise<string | undefined> {
  const found = await firstExisting(
    upward(cwd).flatMap((directory) =>
      serverFiles.map((file) => path.join(directory, stateDirectoryName, file)),
    ),
  );
  return found === undefined ? undefined : path.dirname(found);
}

/**
 * The `.xgflow/` a new server belongs to: that of `dir` when given; else the nearest upward that holds a server's
 * files; else the nearest upward at all; else a new one in `cwd`.
 */
export async function chooseServerDirectory(cwd: string, dir?: string): Promise<string> {
  if (dir !== undefined) return path.join(path.resolve(cwd, dir), stateDirectoryName);
  return (
    (await findServerDirectory(cwd)) ??
    (await firstExisting(upward(cwd).map((above) => path.join(above, stateDirectoryName)))) ??
    path.join(path.resolve(cwd), stateDirectoryName)
  );
}

/** Makes a state directory that git leaves alone; one that is there stays as it is. */
export async function makeStateDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const file = path.join(directory, '.gitignore');
  await writeFile(file, '*\n', { flag: 'wx' }).catch(async (error: unknown) => {
    if (systemErrorCode(error) === 'EEXIST') return;
    // An empty one would be taken for a whole one, and the state would not be ignored.
    await rm(file, { force: true }).catch(() => undefined);
    throw withPath(error, file);
  });
}
