// The checks that are no test of behaviour: each is one line of the total.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { pinnedNode } from '../setup/packages.mjs';
import { python } from '../setup/python.mjs';
import { root } from '../setup/step.mjs';

const bin = (name) => [pinnedNode, path.join('node_modules', name)];

const checks = [
  ['format', ...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  ['types', ...bin('typescript/bin/tsc'), '-p', 'scripts/tsconfig.tests.json'],
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
  ['drift: command line reference', pinnedNode, 'scripts/docs/cli-reference.mjs', '--check'],
  ['drift: schema of sweep files', pinnedNode, 'scripts/docs/sweep-schema.mjs', '--check'],
  ['drift: schema of policy files', pinnedNode, 'scripts/docs/promotion-schema.mjs', '--check'],
  ['drift: dependencies and their reasons', pinnedNode, 'scripts/docs/dependencies.mjs', '--check'],
  ['links in the docs', pinnedNode, 'scripts/docs/check-links.mjs'],
  ['command lines in the docs', pinnedNode, 'scripts/docs/check-commands.mjs'],
  ['packed tarballs', process.execPath, 'scripts/check-tarballs.mjs', '--no-setup'],
];

/** Runs all of them; resolves with the names that failed. */
export function runChecks() {
  const failed = [];
  for (const [name, command, ...args] of checks) {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
    console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
    if (status === 0) continue;
    failed.push(name);
    console.log(`${stdout}${stderr}`.trimEnd());
  }
  return { passed: checks.length - failed.length, failed: failed.length };
}
