import { writeFault } from '@xgflow/data';
import { ServingError } from './serving-error.ts';

/** Why: it exists, is the input, the file of bad rows too, no regular file, or the system refused to write it. */
export type OutputErrorReason = 'exists' | 'is-input' | 'is-bad-rows' | 'no-file' | 'write';

/** An output file that must not or cannot be written. */
export class OutputError extends ServingError {
  override readonly name = 'OutputError';
  readonly path: string;
  readonly reason: OutputErrorReason;

  constructor(path: string, reason: OutputErrorReason, options?: { cause: unknown }) {
    const fault = writeFault(options?.cause);
    const [what, advice] = {
      exists: ['the output exists', 'choose another path, or allow overwriting (--overwrite)'],
      'is-input': ['the output is the input', 'choose another path'],
      'is-bad-rows': [
        'the output is the file of bad rows too',
        'choose another path for one of them',
      ],
      'no-file': ['the output is a folder or a device, not a file', 'choose another path'],
      write: [`the output cannot be written: ${fault.what}`, fault.advice],
    }[reason] as [string, string];
    super(`${what} · ${path} · ${advice}`, options);
    this.path = path;
    this.reason = reason;
  }
}
