import type { FileHandle } from 'node:fs/promises';
import { LogFormatError } from '../errors/log-format-error.ts';
import { unframeRecord } from './framing.ts';
import { readLines } from './read-lines.ts';

/** A line that is no record any more; it stays in the file and is skipped. */
export interface DamagedRecord {
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Length of the line in bytes. */
  readonly length: number;
  readonly problem: string;
}

/** What opening a log found. */
export interface LogReport {
  /** Whole records. */
  readonly records: number;
  /** Bytes of an unfinished write that were cut off the end; never an acknowledged record. */
  readonly tornBytes: number;
  readonly damaged: readonly DamagedRecord[];
}

/** Checks the header and every record; `end` is where the next record belongs. */
export async function recover(
  path: string,
  file: FileHandle,
  header: string,
): Promise<LogReport & { readonly end: number }> {
  const { size } = await file.stat();
  const damaged: DamagedRecord[] = [];
  let records = 0;
  let end = 0;
  for await (const { offset, bytes, terminated } of readLines(file, size)) {
    if (offset === 0) {
      const found = bytes.toString('utf8');
      const begun = !terminated && header.startsWith(found);
      if (found !== header && !begun) {
        throw new LogFormatError(path, `is not a log of format ${header}`);
      }
    } else if (terminated) {
      const line = unframeRecord(bytes);
      if (line.ok) records += 1;
      else damaged.push({ offset, length: bytes.length, problem: line.problem });
    }
    if (terminated) end = offset + bytes.length + 1;
  }
  return { records, tornBytes: size - end, damaged, end };
}
