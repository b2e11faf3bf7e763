import type { SourceLocation } from '@xgflow/data';
import { UsageError } from '../errors/usage-error.ts';
import type { CommandContext } from '../command.ts';

/** `--query`, of the commands that take a table. */
export const queryOption = {
  query: {
    type: 'string',
    requiresArg: true,
    describe:
      'What to read of a database: a table, or a SELECT with ORDER BY; on a Parquet file, from the view source',
  },
} as const;

/** What a positional or option that names a table takes. */
export const sourceDescription =
  'CSV or Parquet file, sqlite:path.db, postgres://user@host/database, or env:NAME';

/**
 * A table as the command line names it.
 *
 * @throws UsageError for a password, which every user of the machine could read there · BadSourceError
 */
export async function sourceArgument(
  text: string,
  { cwd, env }: Pick<CommandContext, 'cwd' | 'env'>,
): Promise<SourceLocation> {
  const { parseSource } = await import('@xgflow/data');
  const location = parseSource(text, { directory: cwd, env });
  if (location.kind === 'postgres' && location.hasPassword && !text.startsWith('env:')) {
    throw new UsageError(
      `a password on the command line, where every user of the machine can read it · ${location.name} · set PGPASSWORD, or put the URL into a variable and name it env:NAME`,
    );
  }
  return location;
}
