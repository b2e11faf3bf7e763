import type { LoadedSweepConfig } from '@xgflow/trainer';
import type { CommandContext } from '../command.ts';
import { UsageError } from '../errors/usage-error.ts';
import { sourceArgument } from '../options/source-argument.ts';

const looksLikeTable = /\.(?:csv|parquet|pq)$|^(?:sqlite|postgres(?:ql)?):/iu;

/** The sweep file and the table of `xgflow check`; `pulled` when rows come from a database or a query. */
export async function checkedTable(
  args: {
    readonly data: string;
    readonly file?: string | undefined;
    readonly query?: string | undefined;
  },
  context: CommandContext,
): Promise<{ readonly loaded: LoadedSweepConfig; readonly pulled: boolean }> {
  if (args.file === undefined && looksLikeTable.test(args.data)) {
    throw new UsageError(
      'the sweep file is missing · xgflow check · give a table and its sweep file, or the sweep file alone',
    );
  }
  const { loadSweepConfig, placeOf } = await import('@xgflow/trainer');
  const loaded = await loadSweepConfig(args.file ?? args.data);
  const { config } = loaded;
  const location =
    args.file === undefined ? loaded.location : await sourceArgument(args.data, context);
  const isDatabase = location.kind === 'postgres' || location.kind === 'sqlite';
  const query = args.query ?? (args.file === undefined || isDatabase ? config.query : undefined);
  return {
    loaded: {
      ...loaded,
      location,
      sourcePath: placeOf(location),
      config: { ...config, query },
    },
    pulled: isDatabase || query !== undefined,
  };
}
