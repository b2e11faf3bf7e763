import { readFileSync } from 'node:fs';
import type { CommandEntry } from './command.ts';
import { Output } from './output/output.ts';
import { windowWidth } from './output/window.ts';
import { runCommandLine } from './run-command-line.ts';
import { abortOnSignals } from './signals.ts';
import { flushStandardStreams, watchStandardStreams } from './standard-streams.ts';

/** Every command; its module is loaded only when the command line names it. */
export const commands: readonly CommandEntry[] = [
  {
    usage: 'server',
    describe: 'Start, stop and look at a local MLflow server',
    load: () => import('./commands/server.ts'),
  },
  {
    usage: 'doctor',
    describe: 'Look at the machine and the server, and say what to mend',
    load: () => import('./commands/doctor.ts'),
  },
  {
    usage: 'init <data>',
    describe: 'Write a commented first sweep file for a table',
    load: () => import('./commands/init.ts'),
  },
  {
    usage: 'check <data> [file]',
    describe: "Run a sweep file's data checks, and nothing else",
    load: () => import('./commands/check.ts'),
  },
  {
    usage: 'sweep <file>',
    describe: 'Run every variant of a sweep file and record it in MLflow',
    load: () => import('./commands/sweep.ts'),
  },
  {
    usage: 'runs',
    describe: 'List sweeps and their variants',
    load: () => import('./commands/runs.ts'),
  },
  {
    usage: 'compare',
    describe: 'Show the variants of a sweep side by side',
    load: () => import('./commands/compare.ts'),
  },
  {
    usage: 'report',
    describe: 'Write the report of a sweep for the business: one HTML file',
    load: () => import('./commands/report.ts'),
  },
  {
    usage: 'register',
    describe: 'Register the best run as a version of a model',
    load: () => import('./commands/register.ts'),
  },
  {
    usage: 'promote <model> [candidate]',
    describe: 'Pass a version through the gate: champion, or refused',
    load: () => import('./commands/promote.ts'),
  },
  {
    usage: 'rollback <model>',
    describe: 'Make an earlier version the champion again',
    load: () => import('./commands/rollback.ts'),
  },
  {
    usage: 'history <model>',
    describe: 'Show who made which version the champion, and why',
    load: () => import('./commands/history.ts'),
  },
  {
    usage: 'reproduce <run>',
    describe: 'Run a variant again from what MLflow holds, and compare',
    load: () => import('./commands/reproduce.ts'),
  },
  {
    usage: 'models',
    describe: 'List the versions in the model registry',
    load: () => import('./commands/models.ts'),
  },
  {
    usage: 'predict',
    describe: 'Score the rows of a table with a model',
    load: () => import('./commands/predict.ts'),
  },
  {
    usage: 'serve',
    describe: 'Serve a model over HTTP, and follow its alias',
    load: () => import('./commands/serve.ts'),
  },
  {
    usage: 'drift',
    describe: 'Compare new data with what a model was trained on',
    load: () => import('./commands/drift.ts'),
  },
  {
    usage: 'retrain <file>',
    describe: 'Run a sweep on new data, and promote its best run if the gate lets it',
    load: () => import('./commands/retrain.ts'),
  },
  {
    usage: 'audit <id>',
    describe: 'Score a logged decision again, and compare',
    load: () => import('./commands/audit.ts'),
  },
];

/** Read here and not from another package, which would have to be loaded for it. */
function version(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return manifest instanceof Object && 'version' in manifest ? String(manifest.version) : 'unknown';
}

/** Whether a flag stands on the command line: needed before, and when, the line cannot be parsed. */
function has(argv: readonly string[], flag: string): boolean {
  const end = argv.indexOf('--');
  return argv
    .slice(0, end === -1 ? undefined : end)
    .some((word) => word === flag || word === `${flag}=true`);
}

/** Runs one command line (without `node` and the script) and ends the process with its exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  watchStandardStreams();
  const { stdout, stderr, env } = process;
  const output = new Output({ json: has(argv, '--json'), stdout, stderr, env });
  const signal = abortOnSignals((name) => {
    output.note(`${name} received, ending in good order · once more ends at once`);
  });
  const code = await runCommandLine(commands, argv, {
    output,
    signal,
    env,
    cwd: process.cwd(),
    version: version(),
    width: windowWidth(stdout),
    debug: has(argv, '--debug'),
  });
  await flushStandardStreams();
  // Idle sockets and timers of a finished command must not keep the process.
  process.exit(code);
}
