import { readdir, readFile } from 'node:fs/promises';

/** Clock ticks of /proc; 100 on every Linux that Node runs on. */
const TICKS = 100;

/** User and system time of a process and of what it started and still runs (Linux). */
export async function cpuSecondsOfTree(root: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const stats = await Promise.all(pids.map((pid) => statOf(pid)));
  const known = stats.filter((stat) => stat !== undefined);
  const members = new Set([root]);
  for (let size = 0; size < members.size;) {
    size = members.size;
    for (const { pid, parent } of known) if (members.has(parent)) members.add(pid);
  }
  return known
    .filter(({ pid }) => members.has(pid))
    .reduce((sum, { ticks }) => sum + ticks / TICKS, 0);
}

async function statOf(pid: string) {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [, parent = '0'] = fields;
    return {
      pid: Number(pid),
      parent: Number(parent),
      ticks: Number(fields[11]) + Number(fields[12]),
    };
  } catch {
    return undefined;
  }
}
