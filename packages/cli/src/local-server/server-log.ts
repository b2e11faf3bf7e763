import { open, rename, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorCode } from '../errors/system-error-code.ts';

/** A log that has grown beyond this is put aside as `server.log.1` at the next start. */
const largestLog = 10 * 2 ** 20;
const chunkBytes = 64 * 1024;

/** Where the local server's output goes. */
export function logFile(directory: string): string {
  return path.join(directory, 'server.log');
}

/** Opens the log for appending, readable by its owner only. */
export async function openLog(directory: string): Promise<FileHandle> {
  const file = logFile(directory);
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > largestLog) await rename(file, `${file}.1`);
  return open(file, 'a', 0o600);
}

/** The last lines of a file and where it ended; reads no more than it needs from the end. Missing file: no lines. */
export async function tailOf(
  file: string,
  lines: number,
  from = 0,
): Promise<{ readonly lines: string[]; readonly end: number }> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (handle === undefined) return { lines: [], end: 0 };
  try {
    const end = (await handle.stat()).size;
    const chunks: Buffer[] = [];
    let breaks = 0;
    let start = end;
    // One more break than lines: the file ends with one.
    while (start > from && breaks <= lines) {
      const length = Math.min(chunkBytes, start - from);
      start -= length;
      const chunk = Buffer.alloc(length);
      await handle.read(chunk, 0, length, start);
      breaks += chunk.filter((byte) => byte === 0x0a).length;
      chunks.unshift(chunk);
    }
    const text = Buffer.concat(chunks).toString('utf8').replace(/\n$/u, '');
    const found = text === '' ? [] : text.split('\n');
    return { lines: lines === 0 ? [] : found.slice(-lines), end };
  } finally {
    await handle.close();
  }
}
