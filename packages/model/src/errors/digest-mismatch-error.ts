import { ModelError } from './model-error.ts';

/** A model file that is not the one that was written. */
export class DigestMismatchError extends ModelError {
  override readonly name = 'DigestMismatchError';
  readonly path: string;
  readonly expected: string;
  readonly actual: string;

  constructor(at: { path: string; expected: string; actual: string }) {
    super(
      `the model file has changed since it was written · ${at.path} · download the model again or register it anew`,
    );
    this.path = at.path;
    this.expected = at.expected;
    this.actual = at.actual;
  }
}
