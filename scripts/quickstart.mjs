// npm run quickstart: set-up, a local MLflow server, the claims sweep, the comparison, the best run registered.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { runJob, setup } from './setup.mjs';
import { pinnedNode } from './setup/packages.mjs';
import { root } from './setup/step.mjs';

const trials = '20';
const steps = [
  ['server', 'start'],
  ['sweep', 'examples/claims/sweep.yaml', '--trials', trials],
  ['compare'],
  ['register', '--best', 'f1'],
];

function xgflow(args) {
  console.log(`\n$ npx xgflow ${args.join(' ')}`);
  const child = spawn(pinnedNode, [path.join(root, 'packages/cli/bin/xgflow.js'), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

await runJob(async () => {
  const started = Date.now();
  await setup();
  for (const args of steps) {
    const code = await xgflow(args);
    if (code !== 0) return code;
  }
  console.log(
    `\nDone in ${Math.round((Date.now() - started) / 1000)} s. The MLflow server goes on running:`,
  );
  return xgflow(['server', 'status']);
});
