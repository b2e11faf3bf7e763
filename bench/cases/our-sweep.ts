import { mkdtemp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../measure/measured-process.ts';
import type { Command } from '../measure/measured-process.ts';
import { claimsSweep, xgflow } from '../paths.ts';

export interface SweepCommandOptions {
  readonly trials: number;
  /** Default: all of the file. */
  readonly variants?: readonly string[];
  /** Default: `--no-tracking`. */
  readonly tracking?: { readonly uri: string; readonly experiment: string };
  readonly concurrency: number;
  /** Where its `.xgflow/` comes to lie. */
  readonly cwd: string;
}

/** `xgflow sweep` on the example, anew. */
export function sweepCommand(options: SweepCommandOptions): Command {
  const { trials, variants, tracking, concurrency, cwd } = options;
  const record = tracking
    ? ['--tracking-uri', tracking.uri, '--experiment', tracking.experiment]
    : ['--no-tracking'];
  return {
    program: process.execPath,
    args: [
      xgflow,
      'sweep',
      claimsSweep,
      '--fresh',
      ...['--trials', String(trials), '--concurrency', String(concurrency)],
      ...(variants ? ['--variants', variants.join(',')] : []),
      ...record,
    ],
    cwd,
  };
}

/** Runs a sweep without tracking once; resolves with the directory of its variants. */
export async function localSweep(
  scratch: string,
  options: Omit<SweepCommandOptions, 'cwd' | 'tracking'>,
): Promise<string> {
  const cwd = await mkdtemp(path.join(scratch, 'sweep-'));
  await run(sweepCommand({ ...options, cwd }));
  const sweeps = path.join(cwd, '.xgflow/sweeps');
  const [sweep] = await readdir(sweeps);
  if (sweep === undefined) throw new Error(`the sweep left nothing in ${sweeps}`);
  return path.join(sweeps, sweep);
}
