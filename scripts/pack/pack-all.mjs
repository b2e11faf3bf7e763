// pnpm pack of every public package, and what is in the tarballs.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { removeLeftovers } from '../setup/leftovers.mjs';
import { root, SetupError } from '../setup/step.mjs';

/** Packs into `scratch`; answers `{ name, file, bytes, manifest, directory, files }` for each, unpacked in `directory`. */
export function packAll(scratch) {
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  removeLeftovers();
  const filter = ['-r', '--filter', './packages/*'];
  const args = ['--yes', packageManager, ...filter, 'pack', '--pack-destination', scratch];
  const { status, stdout, stderr } = spawnSync('npx', args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  if (status !== 0)
    throw new SetupError(
      `pnpm pack failed: ${lastLine(stderr || stdout)} · mend that and run the same command again`,
    );
  return readdirSync(scratch)
    .filter((name) => name.endsWith('.tgz'))
    .map((name) => unpack(path.join(scratch, name)));
}

function unpack(file) {
  const directory = file.replace(/\.tgz$/, '');
  mkdirSync(directory);
  execFileSync('tar', ['-xzf', file, '-C', directory, '--strip-components', '1']);
  const manifest = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
  const { name } = manifest;
  return { name, file, bytes: statSync(file).size, manifest, directory, files: walk(directory) };
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? '';
}

function walk(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .sort();
}
