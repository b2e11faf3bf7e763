import { ServingError } from './serving-error.ts';

/** A decision that cannot be scored again, and why. */
export class AuditError extends ServingError {
  override readonly name = 'AuditError';
}
