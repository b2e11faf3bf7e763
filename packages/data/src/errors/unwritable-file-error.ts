import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';
import { writeFault } from './write-fault.ts';

/** A file or folder that cannot be written. */
export class UnwritableFileError extends DataError {
  override readonly name = 'UnwritableFileError';
  readonly path: string;
  /** The system's error code, such as `ENOSPC`; undefined where it gave none. */
  readonly code: string | undefined;

  constructor(path: string, cause: unknown) {
    const { advice, code, what } = writeFault(cause);
    super(oneLine(what, path, advice), { cause });
    this.path = path;
    this.code = code;
  }
}

/** For `.catch`: what was thrown when a path was written, as that error. */
export function unwritable(path: string): (cause: unknown) => never {
  return (cause) => {
    throw new UnwritableFileError(path, cause);
  };
}
