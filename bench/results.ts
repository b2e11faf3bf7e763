import { readFile, writeFile } from 'node:fs/promises';
import type { CaseResult } from './case.ts';
import type { Machine } from './machine.ts';

/** A case's result with what it was taken on. */
export interface Recorded extends CaseResult {
  /** Day, UTC. */
  readonly date: string;
  readonly pairs: number;
  readonly quick: boolean;
  /** Processes that wanted a core, averaged over the minute before. */
  readonly loadBefore: number;
  readonly machine: Machine;
}

/** By the name of the case. */
export type Results = Readonly<Record<string, Recorded>>;

/** Results as they were written; none when there is no such file. */
export async function readResults(file: string): Promise<Results> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Results;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

/** Puts results beside those that the file has of other cases. */
export async function mergeResults(file: string, results: Results): Promise<void> {
  const all = { ...(await readResults(file)), ...results };
  await writeFile(file, `${JSON.stringify(all, rounded, 2)}\n`);
}

/** Six digits are more than a measurement has. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value)
    ? Number(value.toPrecision(6))
    : value;
}
