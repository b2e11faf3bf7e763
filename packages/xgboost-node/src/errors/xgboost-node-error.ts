/**
 * Base of every error this package throws on purpose. The message is one line: what, where, what to do.
 * Catch this class to catch them all; each subclass has a literal `name` and its own data fields.
 */
export class XGBoostNodeError extends Error {
  override readonly name: string = 'XGBoostNodeError';
}
