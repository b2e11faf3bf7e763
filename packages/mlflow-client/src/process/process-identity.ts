import { readFileSync } from 'node:fs';
import { systemError } from '../errors/system-error.ts';
import { hasEnded, processStat } from './process-stat.ts';

/** A process, told apart from a later one with the same id. */
export interface ProcessIdentity {
  readonly pid: number;
  /** `<boot>.<clock ticks from boot to its start>`; '' where the system does not tell (no Linux). */
  readonly started: string;
}

/** The identity of a process that runs; undefined when none with that id does. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const stat = processStat(pid);
  if (stat === undefined) return isAlive(pid) ? { pid, started: '' } : undefined;
  return hasEnded(stat) ? undefined : { pid, started: `${bootId()}.${stat.startTicks}` };
}

/** Whether exactly this process still runs. */
export function isRunning({ pid, started }: ProcessIdentity): boolean {
  return identifyProcess(pid)?.started === started;
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

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().replaceAll('-', '');
  } catch {
    return '';
  }
}
