import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who writes a run: `host/pid/start`, the start in clock ticks since boot, so that a reused pid differs. */
export function ownTag(): string {
  return [hostname(), process.pid, startOf(process.pid) ?? 0].join('/');
}

export type OwnerState = 'self or gone' | 'alive' | 'on another host';

/** Whether the process named by a tag may still be writing. */
export function ownerState(tag: string | undefined): OwnerState {
  if (tag === undefined || tag === ownTag()) return 'self or gone';
  const [host, pid, start] = tag.split('/');
  if (host !== hostname()) return 'on another host';
  return startOf(Number(pid)) === Number(start) ? 'alive' : 'self or gone';
}

/** Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces, so count from its closing bracket. */
function startOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  } catch {
    return undefined;
  }
}
