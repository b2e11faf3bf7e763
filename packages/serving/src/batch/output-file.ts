import { open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { OutputError } from '../errors/output-error.ts';
import { ResumeError } from '../errors/resume-error.ts';

/**
 * A text file that appears whole, under its name, at `commit`, or not at all. Until then it is `<path>.part`, which
 * may be left for a later run to go on with.
 */
export class OutputFile {
  readonly path: string;
  readonly #overwrite: boolean;
  readonly #part: string;
  readonly #file: FileHandle;
  #bytes: number;

  private constructor(
    path: string,
    {
      overwrite,
      part,
      file,
      bytes,
    }: { overwrite: boolean; part: string; file: FileHandle; bytes: number },
  ) {
    this.path = path;
    this.#overwrite = overwrite;
    this.#part = part;
    this.#file = file;
    this.#bytes = bytes;
  }

  /**
   * @param options.from bytes of an earlier part to keep; what is beyond them is cut off. Default 0: begin anew
   * @throws {OutputError} the file exists and may not be overwritten, is the input, no file, or cannot be written
   * @throws {ResumeError} its part is gone, or shorter than `from`
   */
  static async create(
    path: string,
    options: { overwrite: boolean; input?: string | undefined; from?: number },
  ): Promise<OutputFile> {
    const { from: bytes = 0, input, overwrite } = options;
    if (input !== undefined && (await real(path)) === (await real(input))) {
      throw new OutputError(path, 'is-input');
    }
    // A device would be replaced by a file.
    if ((await stat(path).catch(() => undefined))?.isFile() === false) {
      throw new OutputError(path, 'no-file');
    }
    const part = partOf(path);
    if (!overwrite && (await sizeOf(path)) !== undefined) throw new OutputError(path, 'exists');
    if (bytes > 0 && ((await sizeOf(part)) ?? 0) < bytes) throw lost(part);
    try {
      const file = await open(part, bytes === 0 ? 'w' : 'r+');
      await file.truncate(bytes);
      return new OutputFile(path, { overwrite, part, file, bytes });
    } catch (cause) {
      throw new OutputError(path, 'write', { cause });
    }
  }

  /**
   * Puts a part that is whole in its place, where its run ended before it did, or just after.
   *
   * @throws {OutputError} the file exists and may not be overwritten, or cannot be written
   * @throws {ResumeError} neither the part nor the file has that many bytes
   */
  static async place(
    path: string,
    { bytes, overwrite }: { bytes: number; overwrite: boolean },
  ): Promise<void> {
    const part = partOf(path);
    const left = await sizeOf(part);
    if (left === bytes) await put(part, path, overwrite);
    else if (left !== undefined || (await sizeOf(path)) !== bytes) throw lost(part);
  }

  /** Bytes so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** @throws {OutputError} */
  async write(text: string): Promise<void> {
    try {
      const bytes = Buffer.from(text);
      let done = 0;
      while (done < bytes.length) {
        const { bytesWritten } = await this.#file.write(bytes, done, undefined, this.#bytes + done);
        done += bytesWritten;
      }
      this.#bytes += bytes.length;
    } catch (cause) {
      throw new OutputError(this.path, 'write', { cause });
    }
  }

  /** Everything written so far is on the disk when it resolves. @throws {OutputError} */
  async sync(): Promise<void> {
    try {
      await this.#file.datasync();
    } catch (cause) {
      throw new OutputError(this.path, 'write', { cause });
    }
  }

  /** Puts the file in its place. @throws {OutputError} */
  async commit(): Promise<void> {
    try {
      await this.#file.sync();
      await this.#file.close();
    } catch (cause) {
      throw new OutputError(this.path, 'write', { cause });
    }
    await put(this.#part, this.path, this.#overwrite);
  }

  /** Ends the writing and leaves the part where it is; after `commit` it does nothing. */
  async leave(): Promise<void> {
    await this.#file.close().catch(() => undefined);
  }

  /** Removes what was written so far; not to be called after `commit`. */
  async discard(): Promise<void> {
    await this.leave();
    await rm(this.#part, { force: true });
  }
}

function partOf(path: string): string {
  return `${path}.part`;
}

async function put(part: string, path: string, overwrite: boolean): Promise<void> {
  // Somebody may have made it meanwhile.
  if (!overwrite && (await sizeOf(path)) !== undefined) throw new OutputError(path, 'exists');
  await rename(part, path).catch((cause: unknown) => {
    throw new OutputError(path, 'write', { cause });
  });
}

function lost(part: string): ResumeError {
  return new ResumeError(
    'what was left is gone, or not whole',
    part,
    'leave out resume to begin anew',
  );
}

/** Bytes of a file; undefined where there is none. */
async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}

async function real(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
