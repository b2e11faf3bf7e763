import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ArtifactIntegrityError } from '../errors/artifact-integrity-error.ts';
import type { Transport } from '../http/request.ts';
import { checkArtifactPath, encodeArtifactPath } from './artifact-path.ts';
import { listDirectory, type TransferOptions } from './listing.ts';
import { fileSize, filesBelow, openExactly } from './local-source.ts';
import { PROXY_ROUTE } from './location.ts';
import { mediaType } from './media-type.ts';
import { inParallel } from './parallel.ts';

/** Bytes to store under a path. */
export interface UploadItem {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly open: () => Readable;
}

/** A local file as an item. */
export async function fileItem(localPath: string, path: string): Promise<UploadItem> {
  const size = await fileSize(localPath);
  return { path, size, open: () => openExactly(localPath, size) };
}

/** All files of a local directory as items below `path` ('' for the root). */
export async function directoryItems(localDirectory: string, path: string): Promise<UploadItem[]> {
  const files = await filesBelow(localDirectory);
  const below = path === '' ? '' : `${path}/`;
  return Promise.all(files.map((file) => fileItem(join(localDirectory, file), below + file)));
}

/**
 * Stores the items, in parallel, and then checks their sizes in the listings of their folders: the proxy
 * answers 200 also where the store behind it keeps another name or length. All paths are checked before
 * the first byte goes out.
 */
export async function uploadItems(
  transport: Transport,
  root: string,
  items: readonly UploadItem[],
  options: TransferOptions,
): Promise<void> {
  for (const { path } of items) checkArtifactPath(path);
  await inParallel(items, async ({ path, size, open }) => {
    await transport.upload({
      path: `${PROXY_ROUTE}/${encodeArtifactPath(checkArtifactPath(`${root}/${path}`))}`,
      contentType: mediaType(path),
      length: size,
      open,
      signal: options.signal,
    });
  });
  const folders = new Set(
    items.map(({ path }) => path.slice(0, Math.max(path.lastIndexOf('/'), 0))),
  );
  const stored = new Map<string, number | undefined>();
  for (const folder of folders) {
    for (const info of await listDirectory(transport, root, folder, options)) {
      stored.set(info.path, info.size);
    }
  }
  for (const { path, size } of items) {
    if (stored.get(path) !== size) throw new ArtifactIntegrityError(path, size, stored.get(path));
  }
}
