import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ArtifactPathError } from '../errors/artifact-path-error.ts';
import { localError } from '../errors/local-error.ts';
import { systemError } from '../errors/system-error.ts';

/** Names that Windows takes for devices, drives or streams, or silently shortens. */
const WINDOWS_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[<>:"|?*]|[. ]$/i;

/**
 * The local path for an artifact below `directory`. Names come from the server, so anything that could lead
 * out is refused, also through a symbolic link that lies in the target. Makes the folders.
 */
export async function localTarget(directory: string, path: string): Promise<string> {
  for (const segment of path.split('/')) {
    const windows = process.platform === 'win32' && WINDOWS_NAME.test(segment);
    if (['', '.', '..'].includes(segment) || /[\\\p{Cc}]/u.test(segment) || windows) {
      throw new ArtifactPathError(path, 'comes from the server and must not be written here');
    }
  }
  const target = join(directory, ...path.split('/'));
  try {
    await mkdir(directory, { recursive: true });
    const root = await realpath(directory);
    const parents = path.split('/').slice(0, -1);
    // One level at a time: a link is seen before anything is made behind it.
    for (let i = 1; i <= parents.length; i += 1) {
      const parent = join(directory, ...parents.slice(0, i));
      await mkdir(parent, { recursive: true });
      const real = await realpath(parent);
      if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) {
        throw new ArtifactPathError(path, `leads out of ${directory} through a symbolic link`);
      }
    }
  } catch (error) {
    throw localError(target, error);
  }
  return target;
}

/** A whole file beside its target, not yet in its place. */
export interface PartFile {
  /** Bytes. */
  readonly size: number;
  /** Puts it in place of whatever is there; a link is replaced, not written through. */
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** Writes a stream to a new file beside the target, so that nobody ever sees half an artifact there. */
export async function writePart(target: string, body: Readable): Promise<PartFile> {
  const part = join(dirname(target), `.part-${randomBytes(8).toString('hex')}`);
  const file = createWriteStream(part, { flags: 'wx' });
  const discard = () => rm(part, { force: true });
  let fileError: Error | undefined;
  file.once('error', (error) => {
    if (systemError(error).syscall !== undefined) fileError = error;
  });
  try {
    await pipeline(body, file);
  } catch (error) {
    await discard();
    throw fileError === undefined ? error : localError(target, fileError);
  }
  const commit = () =>
    rename(part, target).catch(async (error: unknown) => {
      await discard();
      throw localError(target, error);
    });
  return { size: file.bytesWritten, commit, discard };
}
