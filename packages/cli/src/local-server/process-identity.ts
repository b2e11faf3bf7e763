import { readdir, readFile } from 'node:fs/promises';

/** A process that cannot be mistaken for a later one with the same id. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Boot id and clock ticks from boot to the start of the process, from /proc; Linux only. */
  readonly startTime: string;
}

interface ProcessStat {
  readonly pid: number;
  readonly state: string;
  readonly group: number;
  readonly startTicks: string;
}

async function text(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

/** Fields of /proc/<pid>/stat (proc_pid_stat(5)); the name in parentheses may hold spaces and parentheses. */
async function statOf(pid: number): Promise<ProcessStat | undefined> {
  const stat = await text(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, , group] = fields;
  const startTicks = fields[19];
  if (state === undefined || group === undefined || startTicks === undefined) return undefined;
  return { pid, state, group: Number(group), startTicks };
}

// A container's process 1 may reap nothing: a zombie is a process that has ended.
const ended = ({ state }: ProcessStat): boolean => state === 'Z' || state === 'X';

/** The identity of a process that runs now; undefined when it has ended. */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  const stat = await statOf(pid);
  if (stat === undefined || ended(stat)) return undefined;
  const boot = (await text('/proc/sys/kernel/random/boot_id')) ?? '';
  return { pid, startTime: `${boot.trim()}/${stat.startTicks}` };
}

/** Whether exactly this process still runs. */
export async function isRunning(process: ProcessIdentity): Promise<boolean> {
  return (await identify(process.pid))?.startTime === process.startTime;
}

/** Ids of the running processes of a process group. */
export async function groupMembers(group: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name)).map(Number);
  const stats = await Promise.all(pids.map(statOf));
  return stats
    .filter((stat) => stat !== undefined)
    .filter((stat) => stat.group === group && !ended(stat))
    .map(({ pid }) => pid);
}
