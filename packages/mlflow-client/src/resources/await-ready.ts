import { setTimeout as sleep } from 'node:timers/promises';
import { NotReadyError } from '../errors/not-ready-error.ts';
import type { ModelVersion } from './model-version.ts';

/** Poll until a model version is READY: at once, then every 0.2 s growing to 3 s. @throws NotReadyError */
export async function awaitReady(
  version: ModelVersion,
  reload: () => Promise<ModelVersion>,
  waitMs: number,
  signal?: AbortSignal,
): Promise<ModelVersion> {
  const end = performance.now() + waitMs;
  let current = version;
  for (
    let pause = 200;
    current.status === 'PENDING_REGISTRATION';
    pause = Math.min(pause * 2, 3000)
  ) {
    if (performance.now() >= end) throw notReady(current, `is not ready after ${waitMs} ms`);
    // The reload throws what an abort means here.
    await sleep(pause, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
    current = await reload();
  }
  if (current.status === 'READY') return current;
  throw notReady(current, `is ${current.status}: ${current.status_message ?? 'no reason given'}`);
}

function notReady({ name, version }: ModelVersion, problem: string): NotReadyError {
  return new NotReadyError(`model version ${name}/${version} ${problem}`, {
    hint: 'look at the version in the MLflow web page, delete it and register again',
  });
}
