import { spawn } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repository, trackingUri } from '../../support/xgflow.ts';

/** Makes `npx xgflow` of a shell in the directory the built command, and `examples/` the repository's. */
export async function asRepository(directory: string): Promise<void> {
  const bin = path.join(directory, 'bin');
  const command = path.join(repository, 'packages/cli/bin/xgflow.js');
  await mkdir(bin);
  await symlink(path.join(repository, 'examples'), path.join(directory, 'examples'));
  await symlink(process.execPath, path.join(bin, 'node'));
  await writeFile(path.join(bin, 'npx'), `#!/bin/sh\nshift\nexec node '${command}' "$@"\n`, {
    mode: 0o755,
  });
}

export interface ShellOutcome {
  readonly code: number | null;
  /** stdout and stderr as a terminal shows them. */
  readonly printed: string;
}

/** Runs a block of a page in such a directory. */
export function runShell(code: string, directory: string): Promise<ShellOutcome> {
  const child = spawn('sh', ['-c', `exec 2>&1\n${code}`], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      PATH: `${path.join(directory, 'bin')}:${process.env.PATH ?? ''}`,
      NODE_OPTIONS: '',
      NO_COLOR: '1',
      MLFLOW_TRACKING_URI: trackingUri(),
    },
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (ended) => {
      resolve({ code: ended, printed });
    });
  });
}
