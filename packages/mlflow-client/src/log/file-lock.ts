import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { localError } from '../errors/local-error.ts';
import { LogLockedError } from '../errors/log-locked-error.ts';
import { systemError } from '../errors/system-error.ts';
import { identifyProcess, type ProcessIdentity } from './process-identity.ts';

/** A lock that is held until it is released; the lock of a dead process does not count. */
export interface FileLock {
  release(): Promise<void>;
}

const ATTEMPTS = 20;

/**
 * Takes the exclusive lock `<path>.lock`, which names its holder by process id and start time. Throws
 * `LogLockedError` when the holder lives (this process included). It guards the processes of one machine.
 */
export async function lockFile(path: string): Promise<FileLock> {
  const lock = `${path}.lock`;
  const own = JSON.stringify(identifyProcess(process.pid));
  const mine = `${lock}.${process.pid}-${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(mine, own, { flag: 'wx', mode: 0o600 });
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      // link() is atomic and shows the content at once: no reader ever sees an empty lock.
      if (await linked(mine, lock)) return { release: () => rm(lock, { force: true }) };
      const text = await textOf(lock);
      if (text === undefined) continue;
      const holder = livingHolder(text);
      if (holder !== undefined) throw new LogLockedError(path, holder);
      await dropStale(lock, text, `${mine}.stale`);
    }
    throw new LogLockedError(path, 0);
  } catch (error) {
    throw localError(lock, error);
  } finally {
    await rm(mine, { force: true });
  }
}

/** Moves a stale lock away; when another process was faster and the lock is a new one, it is put back. */
async function dropStale(lock: string, stale: string, aside: string): Promise<void> {
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  if ((await textOf(aside)) !== stale) await linked(aside, lock);
  await rm(aside, { force: true });
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (systemError(error).code === 'EEXIST') return false;
    throw error;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

function livingHolder(text: string): number | undefined {
  const holder = parseIdentity(text);
  const now = holder === undefined ? undefined : identifyProcess(holder.pid);
  return now !== undefined && now.started === holder?.started ? now.pid : undefined;
}

function parseIdentity(text: string): ProcessIdentity | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { pid, started } = value as Partial<Record<keyof ProcessIdentity, unknown>>;
    const sound = typeof pid === 'number' && pid > 0 && typeof started === 'string';
    return sound ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
}
