import { ServingError } from './serving-error.ts';

/** An interrupted scoring that cannot be continued, or one that still runs. */
export class ResumeError extends ServingError {
  override readonly name = 'ResumeError';

  constructor(what: string, where: string, whatToDo: string) {
    super(`${what} · ${where} · ${whatToDo}`);
  }
}
