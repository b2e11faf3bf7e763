import { ServingError } from './serving-error.ts';

/** An address that the server cannot listen on. */
export class ListenError extends ServingError {
  override readonly name = 'ListenError';

  constructor(place: string, cause: unknown) {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : '';
    const what =
      {
        EADDRINUSE: 'the port is taken',
        EACCES: 'the port is not allowed',
        EADDRNOTAVAIL: 'no such address on this machine',
      }[String(code)] ?? `cannot listen (${String(code)})`;
    super(`${what} · ${place} · give another --port (0: any free one) or --host`, { cause });
  }
}
