/** What Node tells of a failed system call. */
export interface SystemError {
  readonly code: string | undefined;
  readonly syscall: string | undefined;
  readonly message: string | undefined;
}

/**
 * Reads the fields of an error that Node threw. By its shape, not `instanceof`: in a worker or a vm context
 * (tests run in one) Node's errors have another `Error` as their ancestor.
 */
export function systemError(error: unknown): SystemError {
  const fields = new Map<string, unknown>();
  if (typeof error === 'object' && error !== null) {
    for (const key of ['code', 'syscall', 'message']) fields.set(key, Reflect.get(error, key));
  }
  const text = (key: string) => {
    const value = fields.get(key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return { code: text('code'), syscall: text('syscall'), message: text('message') };
}
