import { BadSourceError } from '../../errors/bad-source-error.ts';

/** A Postgres database. What it leaves out comes from PGHOST, PGPORT, PGUSER, PGDATABASE, PGPASSWORD, ~/.pgpass. */
export interface PostgresLocation {
  readonly kind: 'postgres';
  /** The URL without password, for messages and records. */
  readonly name: string;
  /** True when the URL itself held a password. */
  readonly hasPassword: boolean;
  /** The URL with its password: not enumerable, so that no dump shows it. */
  readonly url: string;
}

// Parameters of libpq's URLs whose values are secrets.
const SECRET = /pass/i;

/** Reads a `postgres://` URL. @throws {BadSourceError} that does not repeat what may hold a password */
export function parsePostgresUrl(text: string): PostgresLocation {
  let url: URL;
  try {
    url = new URL(text.replace(/^postgres(?:ql)?:(?:\/\/)?/i, 'postgres://'));
    decodeURIComponent(url.password);
  } catch {
    // The cause would repeat the URL, and with it the password.
    throw new BadSourceError(
      'not a URL of Postgres',
      'source',
      'write postgres://user@host:5432/database, with %-escapes for other characters',
    );
  }
  const full = url.href;
  const secrets = [...url.searchParams.keys()].filter((key) => SECRET.test(key));
  const hasPassword = url.password !== '' || secrets.length > 0;
  url.password = '';
  for (const key of secrets) url.searchParams.delete(key);
  const location = { kind: 'postgres', name: url.href, hasPassword } as const;
  return Object.defineProperty(location, 'url', { value: full }) as PostgresLocation;
}
