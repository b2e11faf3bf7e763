// Jest on native ESM with the pinned Node; totals come from its own JSON report.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pinnedNode } from '../setup/packages.mjs';
import { root } from '../setup/step.mjs';

/** Jest would leave one core to itself; beyond four the one MLflow server would hold them up. */
const workers = Math.min(4, os.availableParallelism());

export function runJest(projects, paths, env) {
  const report = path.join(root, '.cache', 'test', `${projects.join('-')}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const args = [
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    ...projects,
    '--maxWorkers',
    String(workers),
    '--json',
    '--outputFile',
    report,
    '--',
    ...paths,
  ];
  const child = spawn(pinnedNode, args, {
    cwd: root,
    // The report also goes to stdout with --json: people read stderr.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...env,
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(totals(report, code)));
  });
}

function totals(report, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const broken = result.numRuntimeErrorTestSuites;
  const failed = result.numFailedTests + broken;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}
