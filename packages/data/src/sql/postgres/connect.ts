import { Socket } from 'node:net';
import type { Client } from 'pg';
import type { PostgresLocation } from './postgres-location.ts';
import { postgresError } from './postgres-error.ts';

const CONNECT_MS = 10_000;

/** A session for reading: every value as the text that the server sends. */
export interface Session extends AsyncDisposable {
  readonly client: Client;
}

/**
 * Opens a session in one read-only transaction, so that all that is read is of one moment.
 *
 * @throws {SourceUnavailableError} · {SourceAuthError} · {SourceQueryError}
 */
export async function connect(
  location: PostgresLocation,
  signal: AbortSignal | undefined,
): Promise<Session> {
  signal?.throwIfAborted();
  const { default: pg } = await import('pg');
  const socket = new Socket();
  const client = new pg.Client({
    connectionString: location.url,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'xgflow',
    keepAlive: true,
    stream: () => socket,
    types: { getTypeParser: () => (value: unknown) => value },
  });
  // Whoever waits for an answer gets the error too; without a listener it would end the process.
  client.on('error', () => undefined);
  const abort = (): void => void socket.destroy();
  signal?.addEventListener('abort', abort, { once: true });
  const close = async (): Promise<void> => {
    signal?.removeEventListener('abort', abort);
    socket.destroy();
    await client.end().catch(() => undefined);
  };
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query("SET LOCAL DateStyle = 'ISO, YMD'");
    await client.query("SET LOCAL TimeZone = 'UTC'");
    await client.query('SET LOCAL extra_float_digits = 1');
  } catch (error) {
    await close();
    signal?.throwIfAborted();
    throw postgresError(error, location.name);
  }
  return { client, [Symbol.asyncDispose]: close };
}
