import { ModelError } from './model-error.ts';

/** A model file that the library refuses, or that kills the process that loads it. */
export class CorruptModelError extends ModelError {
  override readonly name = 'CorruptModelError';
  readonly path: string;
  /** How the trial load ended, e.g. `SIGSEGV`, `timeout` or the library's message. */
  readonly reason: string;

  constructor(path: string, reason: string, options?: { cause: unknown }) {
    super(`the model cannot be loaded (${reason}) · ${path} · get the model again`, options);
    this.path = path;
    this.reason = reason;
  }
}
