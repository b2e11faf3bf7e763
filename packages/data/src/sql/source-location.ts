import { resolve } from 'node:path';
import { BadSourceError } from '../errors/bad-source-error.ts';
import { parsePostgresUrl, type PostgresLocation } from './postgres/postgres-location.ts';

interface FileLocation<Kind> {
  readonly kind: Kind;
  /** As it was written. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** Where a table is. Every `name` is fit for logs and records: it never holds a password. */
export type SourceLocation =
  FileLocation<'csv'> | FileLocation<'parquet'> | FileLocation<'sqlite'> | PostgresLocation;

export interface LocationOptions {
  /** What relative paths start from. Default: the current directory. */
  readonly directory?: string;
  /** Where `env:NAME` is looked up. Default: the process' environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads what a sweep file names as `source:`, or the command line as data: `postgres://…`,
 * `sqlite:path.db`, `file.parquet`, else a CSV file; `env:NAME` stands for what the environment
 * variable NAME holds.
 *
 * @throws {BadSourceError}
 */
export function parseSource(
  text: string,
  { directory = '.', env = process.env }: LocationOptions = {},
): SourceLocation {
  const variable = /^env:(.*)$/s.exec(text)?.[1];
  if (variable !== undefined) return parseSource(fromEnvironment(variable, env), { directory });
  if (/^postgres(?:ql)?:/i.test(text)) return parsePostgresUrl(text);
  const sqlite = /^sqlite:(?:\/\/)?(.*)$/is.exec(text)?.[1];
  if (sqlite !== undefined) {
    if (sqlite === '') {
      throw new BadSourceError('sqlite: names no file', 'source', 'write sqlite:path.db');
    }
    return { kind: 'sqlite', name: `sqlite:${sqlite}`, path: resolve(directory, sqlite) };
  }
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(text)?.[1];
  if (scheme !== undefined) {
    throw new BadSourceError(
      `${scheme}:// is no source`,
      'source',
      'give a CSV or Parquet file, sqlite:path.db or postgres://…',
    );
  }
  const kind = /\.(?:parquet|pq)$/i.test(text) ? 'parquet' : 'csv';
  return { kind, name: text, path: resolve(directory, text) };
}

function fromEnvironment(name: string, env: NonNullable<LocationOptions['env']>): string {
  const text = env[name] ?? '';
  if (text === '' || text.startsWith('env:')) {
    throw new BadSourceError(
      `the environment variable ${name || '(no name)'} is ${text === '' ? 'not set' : 'another env:'}`,
      `source env:${name}`,
      'export it with the place of the table, such as postgres://…',
    );
  }
  return text;
}

/** A `source:` as it may be recorded: as written, but without a password. */
export function withoutPassword(text: string): string {
  return /^postgres(?:ql)?:/i.test(text) ? parsePostgresUrl(text).name : text;
}
