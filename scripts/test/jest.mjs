// Jest on native ESM with the pinned Node; the result comes from its own JSON report.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pinnedNode } from '../setup/packages.mjs';
import { root } from '../setup/step.mjs';
import { resultOf } from './jest-report.mjs';

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
    child.once('close', (code) => resolve(outcome(report, code)));
  });
}

function outcome(report, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    const text = `jest ended with code ${code} and left no report`;
    return { passed: 0, failed: 1, failures: [{ name: 'jest', text }] };
  }
  return resultOf(result, code);
}
