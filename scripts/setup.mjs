// Everything a fresh clone needs before its first job. Runs on any Node ≥ 20, without packages.
import { existsSync, statfsSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { annotate } from './github/annotate.mjs';
import { summarize } from './github/summary.mjs';
import { build } from './setup/build.mjs';
import { unpackLibrary } from './setup/native.mjs';
import { installPackages } from './setup/packages.mjs';
import { installPython, installTestPython, venv } from './setup/python.mjs';
import { root, SetupError } from './setup/step.mjs';

const neededBytes = 2.5e9;

function checkMachine() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new SetupError(
      `this is Node ${process.versions.node} · install Node 20 or newer and run the same command again`,
    );
  }
  const disk = statfsSync(root);
  if (!existsSync(venv) && disk.bavail * disk.bsize < neededBytes) {
    throw new SetupError(
      `${((disk.bavail * disk.bsize) / 1e9).toFixed(1)} GB free in ${root}, ${neededBytes / 1e9} GB needed · free some space and run the same command again`,
    );
  }
}

/** npm packages and Python side by side, then the library; with `tests` also what only they need. */
export async function install({ tests = false } = {}) {
  checkMachine();
  const installs = await Promise.allSettled([installPackages(), installPython()]);
  const failed = installs.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  if (tests) await installTestPython();
  await unpackLibrary();
}

/** Everything that is installed, and dist/. */
export async function setup() {
  await install();
  await build();
}

/** Runs a job of this repository; a SetupError is one line, not a stack. */
export async function runJob(job) {
  try {
    process.exitCode = (await job()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const line = `✗ ${error.message}`;
    annotate([{ name: 'set-up', text: error.message }]);
    summarize([line]);
    console.error(line);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await runJob(setup);
