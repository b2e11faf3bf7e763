// npm run bench: our side and the Python peers, measured in turn on this machine.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Case } from './case.ts';
import { cases } from './cases/index.ts';
import { describeMachine } from './machine.ts';
import { BenchServer } from './mlflow-server.ts';
import { readOptions, resultsFile, usage } from './options.ts';
import type { Options } from './options.ts';
import { writePerformancePage } from './report/performance-page.ts';
import { renderCase } from './report/render-case.ts';
import { mergeResults, readResults } from './results.ts';
import type { Recorded } from './results.ts';

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options.help) console.log(usage);
  else if (options.write) await writePerformancePage(await readResults(resultsFile), cases);
  else await measureAll(options, chosen(options.only));
}

function chosen(only: readonly string[] | undefined): readonly Case[] {
  const names = cases.map(({ name }) => name);
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new Error(`no comparison ${unknown} · --only · choose from ${names.join(', ')}`);
  }
  return cases.filter(({ name }) => only?.includes(name) ?? true);
}

async function measureAll(options: Options, wanted: readonly Case[]): Promise<void> {
  using server = new BenchServer();
  for (const one of wanted) {
    const recorded = await measureCase(one, options, server);
    console.log(`${renderCase(one, recorded)}\n`);
    // Each case at once: a failure an hour later must not lose it.
    if (options.out !== undefined) await mergeResults(options.out, { [one.name]: recorded });
  }
}

async function measureCase(
  one: Case,
  { pairs, quick, trials }: Options,
  server: BenchServer,
): Promise<Recorded> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), `xgflow-bench-${one.name}-`));
  const [loadBefore = 0] = os.loadavg();
  try {
    const result = await one.run({
      pairs,
      quick,
      trials,
      scratch,
      server: () => server.uri(),
      log: (line) => {
        console.error(`${one.name}: ${line}`);
      },
    });
    const date = new Date().toISOString().slice(0, 10);
    return { ...result, date, pairs, quick, loadBefore, machine: describeMachine() };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

// Without these, Ctrl-C would leave the servers behind.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
