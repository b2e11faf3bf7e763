import { mkdir } from 'node:fs/promises';
import { UnwritableFileError } from '../errors/unwritable-file-error.ts';

/** Makes a folder, and those above it, where they are not there. @throws {UnwritableFileError} */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new UnwritableFileError(path, await trueReason(error));
  }
}

/** Node calls a read-only file system a missing folder too; of one folder alone it tells the truth. */
async function trueReason(error: unknown): Promise<unknown> {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT' || path === undefined) return error;
  return mkdir(path).then(
    () => error,
    (reason: unknown) => reason,
  );
}
