import { open } from 'node:fs/promises';
import { localError } from '../errors/local-error.ts';
import { LogFormatError } from '../errors/log-format-error.ts';
import { unframeRecord } from './framing.ts';
import { readLines } from './read-lines.ts';

export interface ReadLogOptions {
  /** Name and version: the first line of the file. */
  readonly format: string;
  /** Look only at records whose line holds this text: much faster than reading every one. */
  readonly holding?: string;
}

/**
 * The whole records of a log that others may be writing at the same time, oldest first: no lock is taken, nothing is
 * changed. Damaged records, and one that is not finished yet, are skipped.
 *
 * @throws LogFormatError for another format or version · LocalFileError
 */
export async function* readLog(path: string, { format, holding }: ReadLogOptions): AsyncGenerator {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw localError(path, error);
  });
  try {
    const { size } = await file.stat();
    const wanted = holding === undefined ? undefined : Buffer.from(holding);
    for await (const { bytes, offset, terminated } of readLines(file, size)) {
      if (offset === 0) {
        if (terminated && bytes.toString('utf8') === format) continue;
        throw new LogFormatError(path, `is not a log of format ${format}`);
      }
      if (!terminated || (wanted && !bytes.includes(wanted))) continue;
      const line = unframeRecord(bytes);
      if (line.ok) yield line.record;
    }
  } finally {
    await file.close();
  }
}
