import type { MlflowClient } from '@xgflow/mlflow-client';
import { movesOf } from './history-entry.ts';
import type { RecordedEntry } from './history-entry.ts';
import { registeredState } from './registered-state.ts';
import type { RegisteredState } from './registered-state.ts';

/** An entry, and whether the champion really moved. */
export interface HistoryLine extends RecordedEntry {
  /**
   * `done`; `refused`; `not_in_effect`: the champion is not, or was not at the next entry, what this one says – the
   * command was interrupted, or the alias was moved by other means.
   */
  readonly state: 'done' | 'refused' | 'not_in_effect';
}

export interface ModelHistory extends Pick<
  RegisteredState,
  'name' | 'champion' | 'challenger' | 'previous'
> {
  /** Oldest first. */
  readonly entries: readonly HistoryLine[];
  /** Keys of entries that cannot be read. */
  readonly damaged: readonly string[];
}

/** Who made which version the champion, when and why. @throws ResourceNotFoundError: no such model */
export async function modelHistory(client: MlflowClient, name: string): Promise<ModelHistory> {
  const { history, ...state } = await registeredState(client, name);
  const moves = movesOf(history);
  const entries = history.entries.map((entry): HistoryLine => {
    if (entry.action === 'refuse') return { ...entry, state: 'refused' };
    const next = moves[moves.findIndex(({ key }) => key === entry.key) + 1];
    const followed = next ? next.from === entry.to : state.champion === entry.to;
    return { ...entry, state: followed ? 'done' : 'not_in_effect' };
  });
  return { ...state, entries, damaged: history.damaged };
}
