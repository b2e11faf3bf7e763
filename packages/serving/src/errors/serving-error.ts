/**
 * Base of every error of this package. The message is one line, *what · where · what to do*;
 * `cause` keeps the error underneath, where there is one.
 */
export class ServingError extends Error {
  override readonly name: string = 'ServingError';
}
