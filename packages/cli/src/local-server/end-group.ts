import { setTimeout as sleep } from 'node:timers/promises';
import { groupMembers } from '@xgflow/mlflow-client/process';
import { systemErrorCode } from '../errors/system-error-code.ts';

const patienceMs = 10_000;
const killedMs = 3000;
const pollMs = 100;

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (error) {
    // ESRCH: it has ended in the meantime.
    if (systemErrorCode(error) !== 'ESRCH') throw error;
  }
}

async function gone(group: number, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (groupMembers(group).length > 0) {
    if (performance.now() > end) return false;
    await sleep(pollMs);
  }
  return true;
}

/**
 * Ends a process group: SIGTERM, after `patience` (ms, default 10 000) SIGKILL. False when a member is still there
 * after that.
 */
export async function endGroup(group: number, patience = patienceMs): Promise<boolean> {
  signalGroup(group, 'SIGTERM');
  if (await gone(group, patience)) return true;
  signalGroup(group, 'SIGKILL');
  return gone(group, killedMs);
}
