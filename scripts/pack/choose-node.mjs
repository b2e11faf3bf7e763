// The Node and npm that the packages are tried on.
import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import process from 'node:process';
import { pinnedNode } from '../setup/packages.mjs';

/** The Node that runs this, where every package's engines allow it, else the pinned one; with the npm on PATH. */
export function chooseNode(tarballs) {
  const npm = realpathSync(
    execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim(),
  );
  const oldest = tarballs
    .map(({ manifest }) => minimum(manifest))
    .sort(compare)
    .at(-1);
  const here = process.versions.node;
  if (compare(parts(here), oldest) >= 0) return { command: process.execPath, npm, version: here };
  const version = execFileSync(pinnedNode, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  console.log(
    `- Node ${here} is older than the packages need (${oldest.join('.')}): they are tried on the pinned Node`,
  );
  return { command: realpathSync(pinnedNode), npm, version: version.trim() };
}

function minimum({ engines }) {
  return parts(/^>=(?<version>[\d.]+)$/.exec(engines.node).groups.version);
}

function parts(version) {
  return version.split('.').map(Number);
}

function compare(a, b) {
  return a[0] - b[0] || (a[1] ?? 0) - (b[1] ?? 0);
}
