import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { snapshotPath } from '@xgflow/data';
import { fileExists } from './file-exists.ts';

/**
 * The digest of the data on which an unfinished sweep of this configuration works, when its snapshot is there: it
 * goes on with the rows it began with, whatever the database holds by now. The latest of several.
 */
export async function unfinishedDigest(
  home: string,
  configHash: string,
): Promise<string | undefined> {
  const sweeps = path.join(home, 'sweeps');
  const files = await readdir(sweeps).catch(() => []);
  const found: { digest: string; at: number }[] = [];
  for (const file of files) {
    const [hash, digest = ''] = file.split('-');
    if (hash !== configHash || !file.endsWith('.journal')) continue;
    const snapshot = await fileExists(snapshotPath(path.join(home, 'snapshots'), digest));
    if (snapshot) found.push({ digest, at: (await stat(path.join(sweeps, file))).mtimeMs });
  }
  return found.toSorted((a, b) => b.at - a.at)[0]?.digest;
}
