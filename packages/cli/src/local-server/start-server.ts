import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess, isRunning, type ProcessIdentity } from '@xgflow/mlflow-client/process';
import { endGroup } from './end-group.ts';
import { isHealthy, serverVersion } from './health.ts';
import { launch } from './launch.ts';
import { runningServer } from './local-server.ts';
import { freePort, groupListensOn } from './ports.ts';
import { logFile, tailOf } from './server-log.ts';
import { removeRecord, writeRecord, type ServerRecord } from './server-record.ts';
import { startFailure } from './start-failure.ts';
import { withStartLock } from './start-lock.ts';
import { makeStateDirectory } from './state-directory.ts';

/** How a local server is started. */
export interface StartOptions {
  /** The `.xgflow/` directory; made when it is not there. */
  readonly directory: string;
  readonly mlflow: string;
  /** The first port to try. */
  readonly port: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Milliseconds until the server must answer. Default 120 000; 16 to 28 s are usual. */
  readonly patienceMs?: number;
}

/** The server, and whether this call started it. */
export interface Started {
  readonly server: ServerRecord;
  readonly started: boolean;
}

const pollMs = 250;
const attempts = 3;
const portTaken = /address already in use|errno 98/iu;

async function waitUntilReady(
  process: ProcessIdentity,
  port: number,
  uri: string,
  { directory, signal, patienceMs = 120_000 }: StartOptions,
  logStart: number,
): Promise<void> {
  const log = logFile(directory);
  const tail = async (): Promise<string[]> => (await tailOf(log, 200, logStart)).lines;
  const end = performance.now() + patienceMs;
  for (;;) {
    signal.throwIfAborted();
    if (!isRunning(process)) {
      throw startFailure('the MLflow server ended while starting', log, await tail());
    }
    if ((await isHealthy(uri)) && (await groupListensOn(process.pid, port))) return;
    if (performance.now() > end) {
      const seconds = Math.round(patienceMs / 1000);
      throw startFailure(`the MLflow server did not answer within ${seconds} s`, log, await tail());
    }
    await sleep(pollMs);
  }
}

function reapQuietly(child: ChildProcess): void {
  child.on('error', () => undefined);
  child.unref();
}

async function startOn(port: number, options: StartOptions): Promise<ServerRecord> {
  const { directory, mlflow, env } = options;
  const logStart = (await tailOf(logFile(directory), 0)).end;
  const child = await launch(mlflow, directory, port, env);
  reapQuietly(child);
  const pid = child.pid ?? 0;
  const identity = identifyProcess(pid);
  const uri = `http://127.0.0.1:${port}`;
  try {
    const process = identity ?? { pid, started: 'ended' };
    // Recorded before it is ready: if this process is killed now, `server stop` still finds the server.
    await writeRecord(directory, { ...process, uri, version: null });
    await waitUntilReady(process, port, uri, options, logStart);
    const record = { ...process, uri, version: await serverVersion(uri) };
    await writeRecord(directory, record);
    return record;
  } catch (error) {
    if (identity !== undefined) await endGroup(pid);
    await removeRecord(directory);
    throw error;
  }
}

async function startUnderLock(options: StartOptions): Promise<Started> {
  const running = await runningServer(options.directory);
  if (running) {
    // Left behind by a start that was killed: it may still be on its way.
    const port = Number(new URL(running.uri).port);
    if (!running.healthy) await waitUntilReady(running, port, running.uri, options, 0);
    return { server: running, started: false };
  }
  let wanted = options.port;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(wanted);
    try {
      return { server: await startOn(port, options), started: true };
    } catch (error) {
      // Another program took the port between the look and the bind.
      const taken = error instanceof Error && portTaken.test(error.message);
      if (!taken || attempt === attempts) throw error;
      wanted = port + 1;
    }
  }
}

/**
 * Starts the local MLflow server of a directory, or finds the one that runs. Two starts at once give one server.
 *
 * @throws ServerStartError when it ends or does not answer in time; what was started is ended again.
 * @throws UsageError when no port is free. The signal's reason when it is aborted.
 */
export async function startServer(options: StartOptions): Promise<Started> {
  await makeStateDirectory(options.directory);
  return withStartLock(options.directory, options.signal, () => startUnderLock(options));
}
