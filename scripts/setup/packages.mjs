// npm packages, frozen by pnpm-lock.yaml, and with them the Node that the repository pins.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { digest, isStamped, stamp } from './stamp.mjs';
import { root, run, step } from './step.mjs';

const mark = 'node_modules/.xgflow-packages';
export const pinnedNode = path.join(root, 'node_modules', '.bin', 'node');

export function installPackages() {
  const manifests = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'];
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return step('npm packages', {
    skip: () => isStamped(mark, digest(...manifests)) && existsSync(pinnedNode),
    run: async (log) => {
      await run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], {
        log,
        // Under `npm run --silent` npx would fail without a word.
        env: { CI: 'true', npm_config_loglevel: 'warn' },
      });
      stamp(mark, digest(...manifests));
    },
  });
}
