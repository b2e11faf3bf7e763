import { access, constants, statfs } from 'node:fs/promises';
import { availableParallelism, cpus, freemem, tmpdir, totalmem } from 'node:os';
import { explain } from '../errors/explain.ts';
import { broken, ok, warning } from './finding.ts';
import type { Finding } from './finding.ts';

const gibibyte = 2 ** 30;
const gib = (bytes: number): string => `${(bytes / gibibyte).toFixed(1)} GiB`;

/** How many trials run at the same time, and what limits them. */
export async function examineThreads(): Promise<Finding> {
  const { availableThreads } = await import('@xgflow/xgboost-node');
  const [usable, allowed, all] = [availableThreads(), availableParallelism(), cpus().length];
  const limits = [
    ...(allowed < all ? [`${allowed} allowed by the affinity mask`] : []),
    ...(usable < allowed ? [`${usable} by the cgroup quota`] : []),
  ];
  return ok(
    'threads',
    `${usable} of ${all} processors${limits.length === 0 ? ', no quota' : ` (${limits.join(', ')})`}`,
  );
}

/** Free memory, by the machine's own count. */
export function examineMemory(): Finding {
  const [free, total] = [freemem(), totalmem()];
  return ok('memory', `${gib(free)} free of ${gib(total)}`);
}

/** Free space, and leave to write, where sweeps keep their open trials, and where models are fetched to. */
export async function examineDisk(cwd: string): Promise<Finding[]> {
  const places = [...new Set([cwd, tmpdir()])];
  return Promise.all(places.map(examinePlace));
}

async function examinePlace(directory: string): Promise<Finding> {
  const subject = `disk ${directory}`;
  try {
    const { bavail, bsize } = await statfs(directory);
    if (!(await isWritable(directory))) {
      return warning(
        subject,
        `user ${process.getuid?.() ?? ''} cannot write here`,
        'choose another directory',
      );
    }
    const free = bavail * bsize;
    if (free > gibibyte) return ok(subject, `${gib(free)} free`);
    const found = `${Math.round(free / 2 ** 20)} MiB free`;
    return free < 16 * 2 ** 20
      ? broken(subject, found, { advice: 'free some space', exit: 'disk-full' })
      : warning(subject, found, 'a long sweep may need more');
  } catch (error) {
    return warning(subject, explain(error).message, 'choose another directory');
  }
}

async function isWritable(directory: string): Promise<boolean> {
  return access(directory, constants.W_OK).then(
    () => true,
    () => false,
  );
}
