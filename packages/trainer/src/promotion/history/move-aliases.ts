import type { MlflowClient } from '@xgflow/mlflow-client';
import { aliases } from './aliases.ts';
import type { HistoryEntry } from './history-entry.ts';
import type { RegisteredState } from './registered-state.ts';

/**
 * Makes the aliases what an entry says; what is so already is left alone, so that an interrupted command can be run
 * again. The champion moves first: the others only tell its story.
 */
export async function moveAliases(
  client: MlflowClient,
  state: RegisteredState,
  { action, from, to }: HistoryEntry,
): Promise<void> {
  const { name } = state;
  const set = (alias: string, version: string): Promise<void> =>
    client.registeredModels.setAlias(name, alias, version);
  if (action === 'refuse') {
    if (state.challenger !== to) await set(aliases.challenger, to);
    return;
  }
  if (state.champion !== to) await set(aliases.champion, to);
  if (from !== null && from !== to && state.previous !== from) await set(aliases.previous, from);
  if (state.challenger === to) await client.registeredModels.deleteAlias(name, aliases.challenger);
}
