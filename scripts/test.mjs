// npm test: set-up, static checks, then every suite on the real server. Ends with `N passed, N failed`.
import process from 'node:process';
import { runJob, setup } from './setup.mjs';
import { runChecks } from './test/checks.mjs';
import { runJest } from './test/jest.mjs';
import { startMlflowServer } from './test/mlflow-server.mjs';

await runJob(async () => {
  await setup();
  const server = await startMlflowServer();
  const long = process.argv.includes('--long');
  const results = long ? [] : [runChecks()];
  await server.ready;
  const env = { XGFLOW_TEST_MLFLOW_URI: server.uri };
  results.push(await runJest(long ? ['long'] : ['unit', 'live'], env));
  server.stop();
  const total = (key) => results.reduce((sum, result) => sum + (result[key] ?? 0), 0);
  const skipped = total('skipped');
  console.log(
    `${total('passed')} passed, ${total('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`,
  );
  return total('failed') === 0 && total('passed') > 0 ? 0 : 1;
});
