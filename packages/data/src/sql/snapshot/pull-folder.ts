import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Makes the folder of one pull, for the file that is being written and for what does not fit into memory meanwhile:
 * `pull-<where>-<pid>-<uuid>`. Two pulls share none, because DuckDB calls what it puts aside by the same names.
 */
export async function makePullFolder(directory: string): Promise<string> {
  const name = `pull-${await wherePidsHold()}-${process.pid}-${randomUUID()}`;
  const folder = join(directory, name);
  await mkdir(folder);
  return folder;
}

/**
 * Removes the folders of pulls whose process is gone. One of another machine or container, or from before the machine
 * was started, stays: whether its process lives cannot be seen from here.
 */
export async function removeLeftPulls(directory: string): Promise<void> {
  const here = await wherePidsHold();
  for (const name of await readdir(directory)) {
    const [, where, pid] = /^pull-([0-9a-f]{16})-(\d+)-/.exec(name) ?? [];
    if (where !== here || isAlive(Number(pid))) continue;
    // What cannot be removed is in nobody's way.
    await rm(join(directory, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** A name for what shares its process ids: a machine since its start, or a container on it; 16 hex digits. */
async function wherePidsHold(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(hostname);
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return createHash('sha256').update(`${boot} ${namespace}`).digest('hex').slice(0, 16);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another error than this one tells of a process that lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
