import type { Entry } from './interleave.ts';
import { leastOf } from './sample.ts';

/** The least of one quantity of the entry with this name. @throws RangeError when there is none */
export function least(
  entries: readonly Entry[],
  name: string,
  quantity: 'wallSeconds' | 'cpuSeconds',
): number {
  const entry = entries.find((candidate) => candidate.name === name);
  if (!entry) throw new RangeError(`no entry ${name}`);
  return leastOf(entry.samples)[quantity];
}
