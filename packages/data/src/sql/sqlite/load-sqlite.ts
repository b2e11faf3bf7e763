import type * as Sqlite from 'node:sqlite';
import { SourceUnavailableError } from '../../errors/source-unavailable-error.ts';

/**
 * Node's own SQLite. It is marked experimental up to Node 24; that is this package's concern, so the warning is
 * kept from the user's terminal.
 *
 * @throws {SourceUnavailableError} on Node before 22.16, which lacks what is needed here
 */
export function loadSqlite(source: string): typeof Sqlite {
  const emitWarning: unknown = Reflect.get(process, 'emitWarning');
  Object.assign(process, { emitWarning: () => undefined });
  try {
    const sqlite = process.getBuiltinModule('node:sqlite') as typeof Sqlite | undefined;
    if (sqlite !== undefined && 'columns' in sqlite.StatementSync.prototype) return sqlite;
  } catch {
    // falls through: the module is there, but not without a flag
  } finally {
    Object.assign(process, { emitWarning });
  }
  throw new SourceUnavailableError({
    source,
    what: `Node ${process.versions.node} cannot read SQLite`,
    advice: 'use Node 22.16 or newer',
    code: 'ERR_UNKNOWN_BUILTIN_MODULE',
  });
}
