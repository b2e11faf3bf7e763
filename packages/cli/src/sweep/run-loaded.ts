import type { LoadedSweepConfig, PreparedSweep, SweepResult } from '@xgflow/trainer';
import type { CommandContext } from '../command.ts';
import { chooseServerDirectory } from '../local-server/state-directory.ts';
import type { Connection } from '../options/connect.ts';
import { renderPlan } from './plan.ts';
import { readPrepared } from './read-prepared.ts';
import { runPrepared } from './run-prepared.ts';

/** What `runOptions` gave, and the experiment. */
export interface RunArguments {
  readonly experiment?: string | undefined;
  readonly concurrency?: number | undefined;
  readonly logTrials: number;
  readonly fresh: boolean;
  readonly takeOver: boolean;
  readonly dryRun: boolean;
}

export interface Swept {
  readonly prepared: PreparedSweep;
  readonly experiment: string;
  readonly result: SweepResult;
}

/**
 * Reads, plans and runs the sweep of a loaded file.
 *
 * @param server undefined: nothing is recorded in MLflow
 * @returns undefined after --dry-run, which prints the plan
 */
export async function runLoaded(
  loaded: LoadedSweepConfig,
  { experiment = loaded.config.name, concurrency, dryRun, fresh, ...rest }: RunArguments,
  server: Connection | undefined,
  context: CommandContext,
): Promise<Swept | undefined> {
  const { describeTarget } = await import('@xgflow/trainer');
  const { availableThreads } = await import('@xgflow/xgboost-node');
  const home = await chooseServerDirectory(context.cwd);
  const prepared = await readPrepared(loaded, { home, fresh, dryRun }, context);
  const processes = concurrency ?? availableThreads();
  if (dryRun) {
    const { output } = context;
    const target = describeTarget(prepared.target);
    output.result(...renderPlan(prepared, { concurrency: processes, output, target }));
    return undefined;
  }
  const { logTrials, takeOver } = rest;
  const run = { server, experiment, concurrency: processes, logTrials, fresh, takeOver, home };
  return { prepared, experiment, result: await runPrepared(prepared, run, context) };
}
