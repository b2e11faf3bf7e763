import { readFileSync, readlinkSync } from 'node:fs';
import { systemError } from '../errors/system-error.ts';
import { hasEnded, processStat } from './process-stat.ts';

/** A process, told apart from a later one with the same id. */
export interface ProcessIdentity {
  readonly pid: number;
  /**
   * `<boot>.<id namespace>.<clock ticks from boot to its start>`; '' where the system does not tell (no Linux). Where and
   * since when its id means something: a machine since its start, or a container on it.
   */
  readonly started: string;
}

/** The identity of a process that runs; undefined when none with that id does. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const stat = processStat(pid);
  if (stat === undefined) return isAlive(pid) ? { pid, started: '' } : undefined;
  return hasEnded(stat) ? undefined : { pid, started: `${here()}.${stat.startTicks}` };
}

/** Whether exactly this process runs, here. */
export function isRunning({ pid, started }: ProcessIdentity): boolean {
  return identifyProcess(pid)?.started === started;
}

/**
 * Whether nobody here can see if the process runs: it was on another machine, in another container, or before this
 * machine was started.
 */
export function isOutOfSight({ started }: Pick<ProcessIdentity, 'started'>): boolean {
  return started !== '' && !started.startsWith(`${here()}.`);
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

/** The boot and the id namespace of this process. */
function here(): string {
  const boot = told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  const namespace = told(() => readlinkSync('/proc/self/ns/pid'));
  return `${boot.trim().replaceAll('-', '')}.${namespace.replaceAll(/\D/gu, '')}`;
}

function told(ask: () => string): string {
  try {
    return ask();
  } catch {
    return '';
  }
}
