import { mkdir } from 'node:fs/promises';
import { unwritable } from '../errors/unwritable-file-error.ts';

/** Makes a folder, and those above it, where they are not there. @throws {UnwritableFileError} */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true })
    .catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      // Node says so of a read-only file system too: of one folder alone it tells the truth.
      await mkdir(error.path ?? path);
      await mkdir(path, { recursive: true });
    })
    .catch(unwritable(path));
}
