import { readdirSync } from 'node:fs';
import { hasEnded, processStat } from './process-stat.ts';

/** Ids of the running processes of a process group; Linux only, elsewhere it throws ENOENT. */
export function groupMembers(group: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((name) => processStat(Number(name)))
    .filter((stat) => stat !== undefined)
    .filter((stat) => stat.group === group && !hasEnded(stat))
    .map(({ pid }) => pid);
}
