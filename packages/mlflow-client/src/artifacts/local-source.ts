import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { LocalFileError } from '../errors/local-file-error.ts';
import { localError } from '../errors/local-error.ts';

/** Bytes of a regular file. Throws `LocalFileError` when there is none. */
export async function fileSize(path: string): Promise<number> {
  const info = await stat(path).catch((error: unknown) => {
    throw localError(path, error);
  });
  if (!info.isFile()) throw new LocalFileError(path, 'is not a regular file');
  return info.size;
}

/** Opens a file that must have exactly `size` bytes: one that changes on the way would be stored torn. */
export function openExactly(path: string, size: number): Readable {
  return Readable.from(chunks(path, size), { objectMode: false });
}

async function* chunks(path: string, size: number): AsyncGenerator<Buffer> {
  let read = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      const bytes = chunk as Buffer;
      read += bytes.length;
      if (read > size) break;
      yield bytes;
    }
  } catch (error) {
    throw localError(path, error);
  }
  if (read !== size) throw new LocalFileError(path, 'changed while it was uploaded');
}

/** Regular files below a directory, as paths relative to it with `/`; links are followed, sockets left out. */
export async function filesBelow(directory: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (inside: string): Promise<void> => {
    const here = join(directory, inside);
    const names = await readdir(here).catch((error: unknown) => {
      throw localError(here, error);
    });
    for (const name of names.sort()) {
      const path = inside === '' ? name : `${inside}/${name}`;
      const info = await stat(join(directory, path)).catch((error: unknown) => {
        throw localError(join(directory, path), error);
      });
      if (info.isDirectory()) await walk(path);
      else if (info.isFile()) found.push(path);
    }
  };
  await walk('');
  return found;
}
