// What tsc -b leaves in dist/ when its source is gone: it would be found, packed and run.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from '../setup/step.mjs';

const madeFromSource = /^(?<stem>.+?)(?:\.d\.ts|\.js|\.js\.map)$/;

/** Removes from every package's dist/ the files that no source is there for. */
export function removeLeftovers() {
  const packages = path.join(root, 'packages');
  for (const name of readdirSync(packages)) {
    const dist = path.join(packages, name, 'dist');
    if (!existsSync(dist)) continue;
    for (const entry of readdirSync(dist, { recursive: true })) {
      const stem = madeFromSource.exec(entry)?.groups.stem;
      const source = path.join(packages, name, 'src', `${stem}.ts`);
      if (stem !== undefined && !existsSync(source)) rmSync(path.join(dist, entry));
    }
  }
}

if (process.argv[1] === import.meta.filename) removeLeftovers();
