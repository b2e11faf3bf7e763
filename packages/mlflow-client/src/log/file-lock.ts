import { randomBytes, randomInt } from 'node:crypto';
import { open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { localError } from '../errors/local-error.ts';
import { LogLockedError } from '../errors/log-locked-error.ts';
import { identifyProcess, isRunning } from '../process/process-identity.ts';

/** A lock that is held until it is released; the lock of a dead process does not count. */
export interface FileLock {
  release(): Promise<void>;
}

/** Two that try at the same moment both step back; so many tries tell them from a real holder. */
const ATTEMPTS = 8;

/**
 * Takes the exclusive lock of a file. Each taker puts up a flag of its own beside the file, named after its
 * process id and start time, and holds the lock if it then sees no flag of another living taker: of two,
 * the later one always sees the earlier one's. Flags of the dead are cleared away; their names never come
 * back. Throws `LogLockedError` when a holder lives (this process included). It guards the processes of
 * one machine.
 */
export async function lockFile(path: string): Promise<FileLock> {
  let holder: number | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(randomInt(5, 40));
    const flag = `${basename(path)}.lock-${process.pid}-${ownStart()}-${randomBytes(6).toString('hex')}`;
    const release = () => rm(join(dirname(path), flag), { force: true });
    try {
      await (await open(join(dirname(path), flag), 'wx', 0o600)).close();
      holder = await otherHolder(path, flag);
    } catch (error) {
      await release().catch(() => undefined);
      throw localError(path, error);
    }
    if (holder === undefined) return { release };
    await release();
  }
  throw new LogLockedError(path, holder ?? 0);
}

/** Process id of another living taker; clears the flags of dead ones. */
async function otherHolder(path: string, own: string): Promise<number | undefined> {
  const prefix = `${basename(path)}.lock-`;
  let holder: number | undefined;
  for (const name of await readdir(dirname(path))) {
    const flag = name.startsWith(prefix)
      ? /^(\d+)-([\w.]*)-[0-9a-f]+$/.exec(name.slice(prefix.length))
      : null;
    if (flag === null || name === own) continue;
    const pid = Number(flag[1]);
    if (isRunning({ pid, started: flag[2] ?? '' })) holder ??= pid;
    else await rm(join(dirname(path), name), { force: true });
  }
  return holder;
}

function ownStart(): string {
  return identifyProcess(process.pid)?.started ?? '';
}
