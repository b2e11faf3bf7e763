#!/usr/bin/env node
// Stands in for `mlflow server`: same command line, ready at once. XGFLOW_FAKE_MLFLOW chooses how it misbehaves.
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';

const mode = process.env.XGFLOW_FAKE_MLFLOW ?? 'serve';
const option = (name) => process.argv[process.argv.indexOf(name) + 1];
const server = createServer((request, response) => {
  response.end(request.url === '/version' ? '9.9.9' : 'OK');
});

console.log(`started with ${JSON.stringify(process.argv.slice(2))}`);
console.log(
  JSON.stringify(
    Object.fromEntries(Object.entries(process.env).filter(([name]) => /MLFLOW/u.test(name))),
  ),
);
switch (mode) {
  case 'old-database':
    console.error('Traceback (most recent call last):');
    console.error(
      'mlflow.exceptions.MlflowException: Detected out-of-date database schema (found version a, but expected b).',
    );
    console.error('some last words');
    process.exitCode = 1;
    break;
  case 'overtaken':
    // The first time another program takes the port before the server binds it: what MLflow 3.17.2 wrote then.
    if (existsSync('overtaken')) {
      server.listen(Number(option('--port')), option('--host'));
      break;
    }
    writeFileSync('overtaken', '');
    console.error('2026/11/26 21:17:06 INFO:     Application startup complete.');
    console.error(
      `2026/11/26 21:17:06 ERROR:    [Errno 98] error while attempting to bind on address ('127.0.0.1', ${option('--port')}): address already in use`,
    );
    console.error('2026/11/26 21:17:06 INFO:     Waiting for application shutdown.');
    console.error('2026/11/26 21:17:06 INFO:     Application shutdown complete.');
    process.exitCode = 1;
    break;
  case 'stubborn':
    process.on('SIGTERM', () => undefined);
    console.log('stubborn');
    setInterval(() => undefined, 1000);
    break;
  case 'deaf':
    setInterval(() => undefined, 1000);
    break;
  case 'worker':
    // A worker in the same group that outlives its parent.
    spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    server.listen(Number(option('--port')), option('--host'));
    break;
  default:
    server.listen(Number(option('--port')), option('--host'));
}
