import type { LoadedSweepConfig, PreparedSweep } from '@xgflow/trainer';
import { contractLines } from '../check/contract.ts';
import type { CommandContext } from '../command.ts';
import { makeStateDirectory } from '../local-server/state-directory.ts';

/** How a sweep's table is read. */
export interface ReadPreparedOptions {
  /** The directory of local state, `.xgflow`: where a source that is pulled is kept. */
  readonly home: string;
  readonly fresh: boolean;
  /** Nothing is run or written afterwards. */
  readonly dryRun: boolean;
}

/** Reads and checks a sweep's table, and says what there is to say about it. */
export async function readPrepared(
  loaded: LoadedSweepConfig,
  { home, fresh, dryRun }: ReadPreparedOptions,
  { output, signal }: CommandContext,
): Promise<PreparedSweep> {
  const { isPulled, prepareSweep } = await import('@xgflow/trainer');
  if (isPulled({ ...loaded, query: loaded.config.query })) await makeStateDirectory(home);
  const prepared = await output.during(`reading ${loaded.config.source}`, () =>
    prepareSweep(loaded, { home, fresh, contract: dryRun ? 'look' : 'keep', signal }),
  );
  for (const warning of prepared.warnings) output.warn(warning);
  for (const line of contractLines(prepared.contract, output)) output.note(line);
  return prepared;
}
