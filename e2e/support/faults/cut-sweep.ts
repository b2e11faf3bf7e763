import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import type { MlflowClient, WaitingEvent } from '@xgflow/mlflow-client';
import { freshName } from '../workspace.ts';
import { trackingUri } from '../xgflow.ts';
import { counter, kindOf } from './cut.ts';
import type { Cut } from './cut.ts';
import { FaultProxy } from './fault-proxy.ts';
import { sweepState } from './sweep-state.ts';
import type { SweepState } from './sweep-state.ts';
import { sweepAndRegister } from './tracked-sweep.ts';

/**
 * Runs the small sweep of a directory with some requests spoiled, or none; what it left and what it asked. `missed` are
 * the cuts whose request never came.
 */
export async function cutSweep(
  client: MlflowClient,
  directory: string,
  cuts: readonly Cut[] = [],
): Promise<{
  readonly state: SweepState;
  readonly seen: readonly string[];
  readonly missed: readonly Cut[];
}> {
  await using proxy = await FaultProxy.open(trackingUri());
  const missed = new Set(cuts);
  const count = counter();
  proxy.fault = (_, request) => {
    const kind = kindOf(request);
    const nth = count(kind);
    const cut = cuts.find((one) => one.kind === kind && one.nth === nth);
    if (cut) missed.delete(cut);
    return cut?.fault;
  };
  const state = await sweepThrough(client, directory, proxy);
  return { state, seen: proxy.seen, missed: [...missed] };
}

/** Runs it, and registers its best run, through a proxy; what is on the server then, read past the proxy. */
export async function sweepThrough(
  client: MlflowClient,
  directory: string,
  proxy: FaultProxy,
  onWaiting: (event: WaitingEvent) => void = () => undefined,
): Promise<SweepState> {
  const name = freshName('разрез');
  const home = await mkdtemp(path.join(directory, 'home-'));
  const where = { experiment: name, modelName: name };
  await sweepAndRegister({ directory, home, trackingUri: proxy.uri, onWaiting, ...where });
  return sweepState(client, where);
}
