// One real MLflow server for the whole test run: fresh database, free port, gone at the end.
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { venv } from '../setup/python.mjs';

const patienceMs = 180_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts it without waiting; `ready` resolves when it answers, `stop` ends it and removes its files. */
export async function startMlflowServer() {
  const home = mkdtempSync(path.join(tmpdir(), 'xgflow-mlflow-'));
  const port = await freePort();
  const log = openSync(path.join(home, 'server.log'), 'a');
  const child = spawn(
    path.join(venv, 'bin', 'mlflow'),
    [
      'server',
      '--backend-store-uri',
      `sqlite:///${home}/mlflow.db`,
      '--artifacts-destination',
      `${home}/artifacts`,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--workers',
      '1',
    ],
    {
      cwd: home,
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false' },
    },
  );
  const uri = `http://127.0.0.1:${port}`;
  const stop = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // it has ended already
    }
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', stop);
  const ready = answers(uri, child, path.join(home, 'server.log'));
  // Whoever waits for it gets the error; until then other work goes on.
  ready.catch(() => undefined);
  return { uri, ready, stop };
}

async function answers(uri, child, log) {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    if (child.exitCode !== null) break;
    const ok = await fetch(`${uri}/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await sleep(250);
  }
  throw new Error(`the MLflow server did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
}
