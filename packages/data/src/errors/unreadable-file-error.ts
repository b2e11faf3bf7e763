import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

const KNOWN: Record<string, readonly [what: string, advice: string]> = {
  ENOENT: ['no such file', 'check the path'],
  EISDIR: ['a directory, not a file', 'name a file inside it'],
  EACCES: ['no permission to read', 'check the permissions of the file and its folders'],
  EPERM: ['no permission to read', 'check the permissions of the file and its folders'],
  ENOTDIR: ['no such file (part of the path is not a folder)', 'check the path'],
};

/** A file that cannot be opened or read to its end. */
export class UnreadableFileError extends DataError {
  override readonly name = 'UnreadableFileError';
  readonly source: string;
  /** The system's error code, e.g. `ENOENT`. */
  readonly code: string;

  constructor(source: string, cause: unknown) {
    const code =
      typeof cause === 'object' &&
      cause !== null &&
      'code' in cause &&
      typeof cause.code === 'string'
        ? cause.code
        : 'EIO';
    const [what, advice] = KNOWN[code] ?? [`cannot be read (${code})`, 'check the file'];
    super(oneLine(what, source, advice), { cause });
    this.source = source;
    this.code = code;
  }
}
