import { ModelError } from './model-error.ts';

/** A codec that cannot be made, read or used on a table. */
export class CodecError extends ModelError {
  override readonly name = 'CodecError';
}
