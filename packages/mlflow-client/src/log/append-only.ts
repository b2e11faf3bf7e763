import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LocalFileError } from '../errors/local-file-error.ts';
import { localError } from '../errors/local-error.ts';
import type { MlflowError } from '../errors/mlflow-error.ts';
import { systemError } from '../errors/system-error.ts';
import { type FileLock, lockFile } from './file-lock.ts';
import { frameRecord, unframeRecord } from './framing.ts';
import { readLines } from './read-lines.ts';
import { type LogReport, recover } from './recover.ts';

export interface LogOptions {
  /** Name and version, such as `xgflow-spool/1`: the first line of the file. One line, no newline. */
  readonly format: string;
  /**
   * `always`: a record is on the disk when `append` resolves, and survives a power cut. `never`: it has been
   * handed to the system, and survives the death of the process. Default `always`.
   */
  readonly fsync?: 'always' | 'never';
}

interface Waiting {
  readonly bytes: Buffer;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * A file of JSON records that only grows: one framed line per record, checked by CRC32, behind an exclusive
 * lock, mode 0600. Appends that wait together are written, and synced, together.
 */
export class AppendOnlyLog {
  /** What opening it found: whole records, cut torn bytes, damaged records. */
  readonly report: LogReport;
  readonly path: string;
  readonly #file: FileHandle;
  readonly #lock: FileLock;
  readonly #sync: boolean;
  #end: number;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #broken: MlflowError | undefined;
  #closed = false;

  private constructor(
    path: string,
    file: FileHandle,
    lock: FileLock,
    state: { readonly sync: boolean; readonly end: number; readonly report: LogReport },
  ) {
    this.path = path;
    this.#file = file;
    this.#lock = lock;
    this.#sync = state.sync;
    this.#end = state.end;
    this.report = state.report;
  }

  /**
   * Opens or makes the log. An unfinished write at its end is cut off and reported; damaged records before it
   * stay, are skipped and reported. Throws `LogLockedError` (with the holder's pid), `LogFormatError` (another
   * format or version, nothing is changed), `DiskFullError`, `LocalFileError`.
   */
  static async open(path: string, options: LogOptions): Promise<AppendOnlyLog> {
    const lock = await lockFile(path);
    let file: FileHandle | undefined;
    try {
      const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW;
      file = await open(path, flags, 0o600);
      await file.chmod(0o600);
      const { end: found, ...report } = await recover(path, file, options.format);
      await file.truncate(found);
      const header = Buffer.from(`${options.format}\n`);
      const end = found === 0 ? await writeAll(file, header, 0) : found;
      const sync = options.fsync !== 'never';
      if (sync) await file.sync();
      if (sync && found === 0) await syncDirectory(path);
      return new AppendOnlyLog(path, file, lock, { sync, end, report });
    } catch (error) {
      await file?.close();
      await lock.release();
      throw localError(path, error);
    }
  }

  /**
   * Appends a JSON value; durable (see `fsync`) when it resolves, in the order of the calls. A full disk
   * throws `DiskFullError` and leaves the log as it was; after a failed sync the log takes nothing more.
   */
  append(record: unknown): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ bytes: frameRecord(record), done, failed });
      this.#writing ??= this.#drain();
    });
  }

  /** Reads the whole records that are in the file now, oldest first; damaged ones are skipped. */
  async *records(): AsyncGenerator {
    for await (const { offset, bytes } of readLines(this.#file, this.#end)) {
      const line = offset === 0 ? undefined : unframeRecord(bytes);
      if (line?.ok === true) yield line.record;
    }
  }

  /** Waits for pending appends, closes the file and gives the lock back. Appends after this fail; a second close does nothing. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#writing;
    this.#broken ??= new LocalFileError(this.path, 'the log is closed');
    await this.#file.close();
    await this.#lock.release();
  }

  async #drain(): Promise<void> {
    // Let the appends of this turn of the event loop gather.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#write(Buffer.concat(batch.map(({ bytes }) => bytes)));
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.#writing = undefined;
  }

  async #write(bytes: Buffer): Promise<void> {
    if (this.#broken !== undefined) throw this.#broken;
    try {
      const end = await writeAll(this.#file, bytes, this.#end);
      if (this.#sync) await this.#file.datasync();
      this.#end = end;
    } catch (error) {
      const typed = localError(this.path, error);
      // What was not acknowledged must not be found later, least of all half of it.
      await this.#file.truncate(this.#end).catch((failure: unknown) => {
        this.#broken = localError(this.path, failure);
      });
      if (systemError(error).syscall === 'fdatasync') {
        this.#broken = typed;
      }
      throw typed;
    }
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<number> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
  return position + done;
}

/** A new file is durable only when its folder's entry is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(dirname(path), constants.O_RDONLY);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
