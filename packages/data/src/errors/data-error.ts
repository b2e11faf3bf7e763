/**
 * Base of every error of this package. The message is one line, *what · where · what to do*,
 * and is safe to print as it is; `cause` keeps the error underneath, where there is one.
 */
export class DataError extends Error {
  override readonly name: string = 'DataError';
}
