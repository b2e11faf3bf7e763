import { ArtifactIntegrityError } from '../errors/artifact-integrity-error.ts';
import type { Transport } from '../http/request.ts';
import { checkArtifactPath, encodeArtifactPath } from './artifact-path.ts';
import { listDirectory, listFiles, type TransferOptions } from './listing.ts';
import { localTarget, writePart } from './local-target.ts';
import { PROXY_ROUTE } from './location.ts';
import { inParallel } from './parallel.ts';

/**
 * Downloads a file, or a directory with all below it, to the same relative path below `toDirectory`.
 * Resolves with the local path. Every size is checked against what the server declared.
 */
export async function downloadTo(
  transport: Transport,
  root: string,
  path: string,
  toDirectory: string,
  options: TransferOptions,
): Promise<string> {
  const files = await listFiles(transport, root, path, options);
  if (files.length === 0 && path !== '') {
    return downloadFile(transport, root, path, toDirectory, options);
  }
  await inParallel(files, async (file) => {
    await downloadFile(transport, root, file.path, toDirectory, options, file.size);
  });
  return path === '' ? toDirectory : localTarget(toDirectory, path);
}

async function downloadFile(
  transport: Transport,
  root: string,
  path: string,
  toDirectory: string,
  options: TransferOptions,
  listedSize?: number,
): Promise<string> {
  const target = await localTarget(toDirectory, path);
  const full = checkArtifactPath(`${root}/${path}`);
  const request = { path: `${PROXY_ROUTE}/${encodeArtifactPath(full)}`, signal: options.signal };
  const { part, length } = await transport.download(request, async (body, info) => ({
    part: await writePart(target, body),
    length: info.length,
  }));
  try {
    const expected = length ?? listedSize ?? (await sizeOf(transport, root, path, options));
    if (expected !== part.size) throw new ArtifactIntegrityError(path, expected, part.size);
  } catch (error) {
    await part.discard();
    throw error;
  }
  await part.commit();
  return target;
}

async function sizeOf(
  transport: Transport,
  root: string,
  path: string,
  options: TransferOptions,
): Promise<number | undefined> {
  const parent = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  const siblings = await listDirectory(transport, root, parent, options);
  return siblings.find((info) => info.path === path)?.size;
}
