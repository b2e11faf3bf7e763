import { ModelError } from './model-error.ts';

/** A model of a kind that this package does not read or write. */
export class UnsupportedModelError extends ModelError {
  override readonly name = 'UnsupportedModelError';
}
