import { randomUUID } from 'node:crypto';
import { access, open, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { OutputError } from '../errors/output-error.ts';

/** A text file that appears whole, under its name, at `commit`, or not at all. */
export class OutputFile {
  readonly path: string;
  readonly #overwrite: boolean;
  readonly #temporary: string;
  readonly #file: FileHandle;

  private constructor(path: string, overwrite: boolean, temporary: string, file: FileHandle) {
    this.path = path;
    this.#overwrite = overwrite;
    this.#temporary = temporary;
    this.#file = file;
  }

  /** @throws {OutputError} the file exists and may not be overwritten, is the input, or cannot be written */
  static async create(
    path: string,
    options: { overwrite: boolean; input?: string },
  ): Promise<OutputFile> {
    if (options.input !== undefined && (await real(path)) === (await real(options.input))) {
      throw new OutputError(path, 'is-input');
    }
    if (!options.overwrite && (await exists(path))) throw new OutputError(path, 'exists');
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      return new OutputFile(path, options.overwrite, temporary, await open(temporary, 'wx'));
    } catch (cause) {
      throw new OutputError(path, 'write', { cause });
    }
  }

  /** @throws {OutputError} */
  async write(text: string): Promise<void> {
    try {
      await this.#file.appendFile(text);
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
      await rename(this.#temporary, this.path);
    } catch (cause) {
      if (cause instanceof OutputError) throw cause;
      throw new OutputError(this.path, 'write', { cause });
    }
  }

  /** Removes what was written so far; after `commit` it does nothing. */
  async discard(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(this.#temporary, { force: true });
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
