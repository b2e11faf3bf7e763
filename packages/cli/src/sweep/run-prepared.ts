import type { PreparedSweep, SweepResult } from '@xgflow/trainer';
import type { CommandContext } from '../command.ts';
import type { Connection } from '../options/connect.ts';
import { commandToGoOn } from './command-to-go-on.ts';
import { SweepProgress } from './progress.ts';

/** How a prepared sweep is run. */
export interface RunPreparedOptions {
  /** Undefined: nothing is recorded in MLflow. */
  readonly server: Connection | undefined;
  readonly experiment: string;
  /** Trials at the same time. */
  readonly concurrency: number;
  /** How many of the best trials become runs. */
  readonly logTrials: number;
  readonly fresh: boolean;
  /** Whether a process on another host that has the sweep open is known to be gone. */
  readonly takeOver: boolean;
  /** The directory of local state, `.xgflow`. */
  readonly home: string;
}

/** Runs a prepared sweep with its progress shown; one that stops says how to go on. */
export async function runPrepared(
  prepared: PreparedSweep,
  { server, experiment, concurrency, logTrials, fresh, takeOver, home }: RunPreparedOptions,
  { cwd, output, signal }: CommandContext,
): Promise<SweepResult> {
  const { LocalTracker, MlflowTracker, runSweep } = await import('@xgflow/trainer');
  const progress = new SweepProgress(output, server?.links);
  try {
    return await runSweep(prepared, {
      home,
      concurrency,
      fresh,
      signal,
      observer: progress,
      openTracker: (sweep) =>
        server
          ? MlflowTracker.open(sweep, {
              client: server.client,
              experiment,
              logTrials,
              fresh,
              takeOver,
              scratch: home,
              directory: cwd,
            })
          : Promise.resolve(new LocalTracker(sweep, home)),
    }).finally(() => {
      progress.stop();
    });
  } catch (error) {
    if (progress.started) {
      output.note(
        `what is finished is kept in ${server ? 'MLflow, open trials in ' : ''}${home} · to go on: ${commandToGoOn(process.argv.slice(2))}`,
      );
    }
    throw error;
  }
}

/** Whether a sweep's command ends with the code of failed trials. */
export function hasFailedTrials({ variants }: SweepResult): boolean {
  return variants.some(({ status, failedTrials }) => status === 'failed' || failedTrials > 0);
}
