import type { LoadedSweepConfig } from '@xgflow/trainer';
import type { CommandContext } from '../command.ts';
import { sourceArgument } from '../options/source-argument.ts';

/** The sweep file and the table of `xgflow check`; `pulled` when rows come from a database or a query. */
export async function checkedTable(
  args: {
    readonly data: string;
    readonly file?: string | undefined;
    readonly query?: string | undefined;
  },
  context: CommandContext,
): Promise<{ readonly loaded: LoadedSweepConfig; readonly pulled: boolean }> {
  const { loadSweepConfig, placeOf } = await import('@xgflow/trainer');
  const loaded = await loadSweepConfig(args.file ?? args.data);
  const { config } = loaded;
  const location =
    args.file === undefined ? loaded.location : await sourceArgument(args.data, context);
  const isDatabase = location.kind === 'postgres' || location.kind === 'sqlite';
  const query = args.query ?? (args.file === undefined || isDatabase ? config.query : undefined);
  const { query: _, ...rest } = config;
  return {
    loaded: {
      ...loaded,
      location,
      sourcePath: placeOf(location),
      config: query === undefined ? rest : { ...rest, query },
    },
    pulled: isDatabase || query !== undefined,
  };
}
