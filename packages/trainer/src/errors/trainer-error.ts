/** Base of all errors of this package. The message is one line: what · where · what to do. */
export class TrainerError extends Error {
  override readonly name: string = 'TrainerError';
}
