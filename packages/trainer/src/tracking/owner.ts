import { hostname } from 'node:os';
import { identifyProcess, isRunning } from '@xgflow/mlflow-client/process';

/** Who writes a run: `host/pid/start`, so that a later process with the same id differs. */
export function ownTag(): string {
  return [hostname(), process.pid, identifyProcess(process.pid)?.started ?? ''].join('/');
}

export type OwnerState = 'self or gone' | 'alive' | 'on another host';

/** Whether the process named by a tag may still be writing. */
export function ownerState(tag: string | undefined): OwnerState {
  if (tag === undefined || tag === ownTag()) return 'self or gone';
  const [host, pid, started = ''] = tag.split('/');
  if (host !== hostname()) return 'on another host';
  return isRunning({ pid: Number(pid), started }) ? 'alive' : 'self or gone';
}
