import path from 'node:path';
import { MlflowClient } from '@xgflow/mlflow-client';
import type { WaitingEvent } from '@xgflow/mlflow-client';
import {
  loadSweepConfig,
  metricKey,
  MlflowTracker,
  prepareSweep,
  readSweeps,
  registerBest,
  runSweep,
} from '@xgflow/trainer';

export interface TrackedSweepOptions {
  /** With `sweep.yaml` in it. */
  readonly directory: string;
  /** Where local state goes: one for each sweep that runs at the same time. */
  readonly home: string;
  readonly trackingUri: string;
  readonly experiment: string;
  readonly modelName: string;
  readonly onWaiting?: (event: WaitingEvent) => void;
}

/** `xgflow sweep sweep.yaml --log-trials 1`, then `xgflow register --best f1`, in this process. */
export async function sweepAndRegister(options: TrackedSweepOptions): Promise<void> {
  const { directory, experiment, home, modelName, onWaiting, trackingUri } = options;
  using client = new MlflowClient({ trackingUri, onWaiting });
  const prepared = await prepareSweep(await loadSweepConfig(path.join(directory, 'sweep.yaml')));
  await runSweep(prepared, {
    home,
    concurrency: 1,
    openTracker: (sweep) =>
      MlflowTracker.open(sweep, {
        client,
        experiment,
        logTrials: 1,
        fresh: false,
        scratch: home,
        directory,
      }),
  });
  const selection = await readSweeps(client, { experiment });
  await registerBest(client, { selection, metric: metricKey('f1'), name: modelName });
}
