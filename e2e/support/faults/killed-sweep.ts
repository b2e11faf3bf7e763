import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { collect, metricsOf, MlflowClient, tagsOf } from '@xgflow/mlflow-client';
import type { Run } from '@xgflow/mlflow-client';
import { freshName } from '../workspace.ts';
import { startXgflow, trackingUri, xgflow } from '../xgflow.ts';
import type { Outcome } from '../xgflow.ts';
import type { FaultProxy } from './fault-proxy.ts';

/** How a sweep ended: its variants by name, what is still open, what lies about. */
export interface SweepEnd {
  /** Name, status and metrics of each finished variant of the last sweep. */
  readonly variants: readonly unknown[];
  readonly sweep: unknown;
  /** Runs of the experiment that are RUNNING. */
  readonly running: number;
  /** Logged models that are PENDING. */
  readonly pending: number;
  /** Journals, locks and scratch directories that are still there. */
  readonly left: readonly string[];
}

const args = (experiment: string): string[] => [
  'sweep',
  '../sweep.yaml',
  '--log-trials',
  '1',
  '--concurrency',
  '1',
  '--experiment',
  experiment,
];

/** A sweep that nobody disturbs, and how long it takes. */
export async function undisturbedSweep(
  directory: string,
): Promise<{ readonly end: SweepEnd; readonly tookMs: number }> {
  const { cwd, experiment } = await place(directory);
  const started = performance.now();
  await xgflow(args(experiment), { cwd });
  const tookMs = performance.now() - started;
  return { end: await endOf(cwd, experiment), tookMs };
}

/**
 * Runs a sweep through a proxy that goes down for good at a request; then, when it is back, the same
 * command again.
 */
export async function abandonedSweep(
  directory: string,
  proxy: FaultProxy,
  nth: number,
): Promise<{ readonly outcome: Outcome; readonly end: SweepEnd }> {
  const { cwd, experiment } = await place(directory);
  const command = [...args(experiment), '--tracking-uri', proxy.uri];
  proxy.fault = (number) => {
    if (number < nth) return undefined;
    void proxy.down();
    return 'reset';
  };
  const outcome = await startXgflow(command, { cwd }).ended;
  proxy.fault = () => undefined;
  await proxy.up();
  await xgflow(command, { cwd });
  return { outcome, end: await endOf(cwd, experiment) };
}

/** Kills a sweep so many milliseconds after its start and runs the same command again. */
export async function killedSweep(directory: string, afterMs: number): Promise<SweepEnd> {
  const { cwd, experiment } = await place(directory);
  const first = startXgflow(args(experiment), { cwd });
  await sleep(afterMs);
  first.child.kill('SIGKILL');
  await first.ended;
  await xgflow(args(experiment), { cwd });
  return endOf(cwd, experiment);
}

async function place(directory: string): Promise<{ cwd: string; experiment: string }> {
  const experiment = freshName('убит');
  const cwd = path.join(directory, experiment);
  await mkdir(path.join(cwd, '.xgflow'), { recursive: true });
  return { cwd, experiment };
}

async function endOf(cwd: string, experiment: string): Promise<SweepEnd> {
  using client = new MlflowClient({ trackingUri: trackingUri() });
  const found = await client.experiments.getByName(experiment);
  const experimentIds = [found?.experiment_id ?? ''];
  const runs = await collect(client.runs.search({ experimentIds }));
  const models = await collect(client.loggedModels.search({ experimentIds }));
  // Latest first: after a kill at the very end the same command is a new sweep.
  const sweep = runs.find((run) => tagsOf(run)['xgflow.role'] === 'sweep');
  const sweepId = sweep && tagsOf(sweep)['xgflow.sweep_id'];
  const variants = runs.filter(
    (run) =>
      tagsOf(run)['xgflow.role'] === 'variant' &&
      tagsOf(run)['xgflow.sweep_id'] === sweepId &&
      run.info.status === 'FINISHED',
  );
  return {
    variants: variants.map(variantEnd).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    sweep: sweep && [sweep.info.status, tagsOf(sweep)['xgflow.state']],
    running: runs.filter(({ info }) => info.status === 'RUNNING').length,
    pending: models.filter(({ info }) => info.status === 'LOGGED_MODEL_PENDING').length,
    left: (await readdir(path.join(cwd, '.xgflow'), { recursive: true })).filter(
      (name) => name !== 'sweeps',
    ),
  };
}

function variantEnd(run: Run) {
  const tags = tagsOf(run);
  return {
    name: tags['xgflow.variant'] ?? '',
    model: tags['xgflow.model_sha256'],
    metrics: metricsOf(run),
  };
}
