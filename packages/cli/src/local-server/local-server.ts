import { groupMembers, isRunning } from '@xgflow/mlflow-client/process';
import { ServerStopError } from '../errors/server-stop-error.ts';
import { endGroup } from './end-group.ts';
import { isHealthy } from './health.ts';
import { readRecord, removeRecord, type ServerRecord } from './server-record.ts';

/** A local server that runs, and whether it answers. */
export interface RunningServer extends ServerRecord {
  readonly healthy: boolean;
}

/** The server of a state directory; undefined when none runs (a stale record is removed). */
export async function runningServer(directory: string): Promise<RunningServer | undefined> {
  const record = await readRecord(directory);
  if (record === undefined) return undefined;
  if (isRunning(record)) return { ...record, healthy: await isHealthy(record.uri) };
  // The main process has ended; workers that it left keep the group's id from being given to others.
  if (groupMembers(record.pid).length === 0) await removeRecord(directory);
  return undefined;
}

/**
 * Ends the server of a state directory with all its workers. Nothing else is touched: the record's process must
 * still be the same one by id and start time.
 *
 * @returns the record of the server that was ended; undefined when none ran.
 * @throws ServerStopError when a process does not even end on SIGKILL.
 */
export async function stopServer(directory: string): Promise<ServerRecord | undefined> {
  const record = await readRecord(directory);
  if (record === undefined) return undefined;
  const running = isRunning(record);
  // A new process with the same id would be the group's leader: only a group without one is what ours left behind.
  const members = groupMembers(record.pid);
  const ours = running || (members.length > 0 && !members.includes(record.pid));
  if (ours && !(await endGroup(record.pid))) {
    throw new ServerStopError(
      `the MLflow server does not end · process ${record.pid} · end it by hand and repeat`,
    );
  }
  await removeRecord(directory);
  return ours ? record : undefined;
}
