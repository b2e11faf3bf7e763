import { access, open, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { OutputError } from '../errors/output-error.ts';

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
   * @param options.reclaim a part that is gone was put in its place before its run ended: take it back
   * @throws {OutputError} the file exists and may not be overwritten, is the input, cannot be written, or its part is
   *   shorter than `from`
   */
  static async create(
    path: string,
    options: { overwrite: boolean; input?: string | undefined; from?: number; reclaim?: boolean },
  ): Promise<OutputFile> {
    const { from: bytes = 0, input, overwrite } = options;
    if (input !== undefined && (await real(path)) === (await real(input))) {
      throw new OutputError(path, 'is-input');
    }
    const part = `${path}.part`;
    if (options.reclaim === true && !(await exists(part))) {
      await rename(path, part).catch(() => undefined);
    }
    if (!overwrite && (await exists(path))) throw new OutputError(path, 'exists');
    try {
      const file = await open(part, bytes === 0 ? 'w' : 'r+');
      if ((await file.stat()).size < bytes) throw new Error('the part is too short');
      await file.truncate(bytes);
      return new OutputFile(path, { overwrite, part, file, bytes });
    } catch (cause) {
      throw new OutputError(path, 'write', { cause });
    }
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
      // Somebody may have made it meanwhile.
      if (!this.#overwrite && (await exists(this.path))) throw new OutputError(this.path, 'exists');
      await rename(this.#part, this.path);
    } catch (cause) {
      if (cause instanceof OutputError) throw cause;
      throw new OutputError(this.path, 'write', { cause });
    }
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

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function real(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
