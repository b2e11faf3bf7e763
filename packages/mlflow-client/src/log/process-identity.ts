import { readFileSync } from 'node:fs';
import { systemError } from '../errors/system-error.ts';

/** A process, told apart from a later one with the same id. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it began, as the system counts it, with the boot; '' where the system does not tell (no Linux). */
  readonly started: string;
}

/** The identity of a living process; undefined when there is none with that id. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  return isAlive(pid) ? { pid, started: startOf(pid) } : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return systemError(error).code === 'EPERM';
  }
}

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The second field is the command in parentheses and may hold spaces; the start is field 22.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${boot.replaceAll('-', '')}.${ticks}`;
  } catch {
    return '';
  }
}
