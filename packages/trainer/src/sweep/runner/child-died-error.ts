/** The child died instead of answering: a native crash, the out-of-memory killer, a kill. */
export class ChildDiedError extends Error {
  override readonly name = 'ChildDiedError';
}
