// npm test: set-up, static checks, then every suite on the real server. Ends with what failed, by name, and with
// `N passed, N failed`. --only unit|live [PATH…] runs one kind of suite; --long the long proofs.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { annotate } from './github/annotate.mjs';
import { summarize } from './github/summary.mjs';
import { install, runJob } from './setup.mjs';
import { build } from './setup/build.mjs';
import { installChromium } from './setup/chromium.mjs';
import { installPostgres } from './setup/postgres.mjs';
import { runChecks } from './test/checks.mjs';
import { runJest } from './test/jest.mjs';
import { startMlflowServer } from './test/mlflow-server.mjs';
import { verdict } from './test/verdict.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { long: { type: 'boolean' }, only: { type: 'string' } },
});

function projects() {
  if (values.long) return ['long'];
  return values.only === undefined ? ['unit', 'live'] : [values.only];
}

/** The short forms always draw the same faults, the long ones new ones; a seed that is given wins. */
function seed() {
  const given = process.env.XGFLOW_TEST_SEED;
  if (given !== undefined || !values.long) return {};
  return { XGFLOW_TEST_SEED: String(Date.now() % 1_000_000) };
}

async function onServer(job) {
  const server = await startMlflowServer();
  try {
    return await job(server);
  } finally {
    server.stop();
  }
}

async function runAll() {
  if (values.only === 'unit') {
    await build();
    return [await runJest(projects(), positionals, {})];
  }
  // The server takes half a minute of one core to start: the build and the checks go on beside it.
  return onServer(async (server) => {
    await build();
    const whole = !values.long && values.only === undefined;
    const checked = whole ? [await runChecks()] : [];
    await server.ready;
    const env = { XGFLOW_TEST_MLFLOW_URI: server.uri, ...seed() };
    return [...checked, await runJest(projects(), positionals, env)];
  });
}

await runJob(async () => {
  await install({ tests: true });
  await installChromium();
  await installPostgres();
  const results = await runAll();
  annotate(results.flatMap(({ failures }) => failures));
  const { good, lines } = verdict(results);
  summarize(lines);
  for (const line of lines) console.log(line);
  return good ? 0 : 1;
});
