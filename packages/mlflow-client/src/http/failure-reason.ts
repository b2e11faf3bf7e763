import { oneLine } from '../errors/server-message.ts';

/** OpenSSL's text between its error number and its source file. */
const OPENSSL = /:SSL routines:[^:]*:([^:]+):/;

/** A network failure's message in one line; of OpenSSL's only the part that people can read. */
export function failureReason(message: string): string {
  const alert = OPENSSL.exec(message)?.[1];
  return alert === undefined ? oneLine(message) : `TLS: ${oneLine(alert)}`;
}
