import { ServingError } from './serving-error.ts';

/** An output file that must not or cannot be written. */
export class OutputError extends ServingError {
  override readonly name = 'OutputError';
  readonly path: string;
  readonly reason: 'exists' | 'is-input' | 'write';

  constructor(path: string, reason: 'exists' | 'is-input' | 'write', options?: { cause: unknown }) {
    const cause = options?.cause;
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : '';
    const [what, advice] = {
      exists: ['the output exists', 'choose another path, or allow overwriting (--overwrite)'],
      'is-input': ['the output is the input', 'choose another path'],
      write: [`the output cannot be written (${String(code)})`, 'check the folder and the disk'],
    }[reason] as [string, string];
    super(`${what} · ${path} · ${advice}`, options);
    this.path = path;
    this.reason = reason;
  }
}
