import { readFileSync } from 'node:fs';

/** What the system says of a process, from /proc/<pid>/stat (proc_pid_stat(5)); Linux only. */
export interface ProcessStat {
  readonly pid: number;
  /** One letter; Z and X have ended: a container's process 1 may reap nothing. */
  readonly state: string;
  readonly group: number;
  /** Clock ticks from boot to the start. */
  readonly startTicks: string;
}

/** The entry of a process; undefined where there is none, or no /proc. */
export function processStat(pid: number): ProcessStat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The second field is the command in parentheses and may hold spaces and parentheses.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, , group] = fields;
  const startTicks = fields[19];
  if (state === undefined || group === undefined || startTicks === undefined) return undefined;
  return { pid, state, group: Number(group), startTicks };
}

/** Whether the process has ended, though its entry is still there. */
export function hasEnded({ state }: ProcessStat): boolean {
  return state === 'Z' || state === 'X';
}
