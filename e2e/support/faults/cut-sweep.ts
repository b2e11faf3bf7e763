import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { freshName } from '../workspace.ts';
import { trackingUri } from '../xgflow.ts';
import { FaultProxy } from './fault-proxy.ts';
import type { Fault } from './fault-proxy.ts';
import { sweepState } from './sweep-state.ts';
import type { SweepState } from './sweep-state.ts';
import { sweepAndRegister } from './tracked-sweep.ts';

/** One spoiled request of a sweep: which, counted from 1, and how. */
export interface Cut {
  readonly nth: number;
  readonly fault: Fault;
}

/** Runs the small sweep of a directory with some requests spoiled, or none; what it left and what it asked. */
export async function cutSweep(
  client: MlflowClient,
  directory: string,
  cuts: readonly Cut[] = [],
): Promise<{ readonly state: SweepState; readonly seen: readonly string[] }> {
  await using proxy = await FaultProxy.open(trackingUri());
  proxy.fault = (nth) => cuts.find((cut) => cut.nth === nth)?.fault;
  const state = await sweepThrough(client, directory, proxy);
  return { state, seen: proxy.seen };
}

/** Runs it, and registers its best run, through a proxy; what is on the server then, read past the proxy. */
export async function sweepThrough(
  client: MlflowClient,
  directory: string,
  proxy: FaultProxy,
): Promise<SweepState> {
  const name = freshName('разрез');
  const home = await mkdtemp(path.join(directory, 'home-'));
  const where = { experiment: name, modelName: name };
  await sweepAndRegister({ directory, home, trackingUri: proxy.uri, ...where });
  return sweepState(client, where);
}
