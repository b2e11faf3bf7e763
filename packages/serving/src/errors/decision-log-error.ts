import { ServingError } from './serving-error.ts';

/** A decision log that cannot be written or read. */
export class DecisionLogError extends ServingError {
  override readonly name = 'DecisionLogError';
  readonly path: string;

  constructor(
    path: string,
    what: string,
    {
      advice = 'check the disk and the permissions',
      ...options
    }: ErrorOptions & { advice?: string } = {},
  ) {
    super(`${what} · ${path} · ${advice}`, options);
    this.path = path;
  }
}
