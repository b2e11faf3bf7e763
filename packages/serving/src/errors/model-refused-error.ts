import { ServingError } from './serving-error.ts';

/** A model that loads but does not predict its own example. */
export class ModelRefusedError extends ServingError {
  override readonly name = 'ModelRefusedError';
}
