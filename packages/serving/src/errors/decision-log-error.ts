import { ServingError } from './serving-error.ts';

/** A decision log that cannot be written or read. */
export class DecisionLogError extends ServingError {
  override readonly name = 'DecisionLogError';
  readonly path: string;

  constructor(path: string, what: string, options?: ErrorOptions) {
    super(`${what} · ${path} · check the disk and the permissions`, options);
    this.path = path;
  }
}
