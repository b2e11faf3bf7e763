// The checks that are no test of behaviour: each is one line of the total.
import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pinnedNode } from '../setup/packages.mjs';
import { python } from '../setup/python.mjs';
import { root } from '../setup/step.mjs';

const bin = (name) => [pinnedNode, path.join('node_modules', name)];

/** The longest first, so that none of them is left alone at the end. */
const checks = [
  [
    'lint',
    ...bin('eslint/bin/eslint.js'),
    '--max-warnings',
    '0',
    '--cache',
    '--cache-location',
    'node_modules/.cache/eslint/',
    '.',
  ],
  ['packed tarballs', process.execPath, 'scripts/check-tarballs.mjs', '--no-setup'],
  ['types', ...bin('typescript/bin/tsc'), '-p', 'scripts/tsconfig.tests.json'],
  ['format', ...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  [
    'arrows and cycles',
    ...bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config',
    'scripts/arrows.cjs',
    'packages/cli/src',
    'packages/data/src',
    'packages/mlflow-client/src',
    'packages/model/src',
    'packages/serving/src',
    'packages/trainer/src',
    'packages/xgboost-node/src',
  ],
  [
    'drift: openapi from the descriptors',
    python,
    'packages/mlflow-client/openapi/generate.py',
    '--check',
  ],
  [
    'drift: types from openapi',
    pinnedNode,
    'packages/mlflow-client/node_modules/openapi-typescript/bin/cli.js',
    'packages/mlflow-client/openapi/mlflow-3.17.2.openapi.json',
    '-o',
    'packages/mlflow-client/src/generated/mlflow.ts',
    '--check',
  ],
  ['drift: docs rendered from sources', pinnedNode, 'scripts/docs/write.mjs', '--check'],
  ['links in the docs', pinnedNode, 'scripts/docs/check-links.mjs'],
  ['command lines in the docs', pinnedNode, 'scripts/docs/check-commands.mjs'],
];

/** Runs all of them, as many at a time as there are cores; resolves with how many passed and what failed. */
export async function runChecks() {
  const waiting = [...checks];
  const failures = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const [name, command, ...args] = check;
      const { code, text } = await outcomeOf(command, args);
      console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
      if (code === 0) continue;
      failures.push({ name, text });
      console.log(text.trimEnd());
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, lane));
  const failed = failures.length;
  return { passed: checks.length - failed, failed, failures };
}

function outcomeOf(command, args) {
  // What a check prints is annotated as one failure, by whoever runs all of them.
  const env = { ...process.env, GITHUB_ACTIONS: '' };
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve({ code: 1, text: message }));
    child.once('close', (code) => resolve({ code, text }));
  });
}
