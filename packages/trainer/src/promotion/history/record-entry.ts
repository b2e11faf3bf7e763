import { LIMITS } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { PromotionInputError } from '../promotion-input-error.ts';
import { movesOf, newEntryKey, sayTheSame } from './history-entry.ts';
import type { HistoryEntry, RecordedEntry } from './history-entry.ts';
import { registeredState } from './registered-state.ts';
import type { RegisteredState } from './registered-state.ts';

/** Room for the rest of the entry within the server's limit for tags of registered models. */
const longestReason = 4000;

/** @throws {PromotionInputError} a reason that is blank or too long for a tag */
export function checkReason(reason: string): string {
  if (reason.trim() !== '' && reason.length <= longestReason) return reason;
  throw new PromotionInputError(
    `a reason of ${reason.length} characters · --reason · say why in 1 to ${longestReason} characters (a tag holds ${LIMITS.registryTagValueLength})`,
  );
}

/**
 * Writes the entry into the history, before anything moves. Where the last entry says the same already, the command
 * was interrupted after it, or made twice: that entry stands.
 */
export async function recordEntry(
  client: MlflowClient,
  base: RegisteredState,
  entry: HistoryEntry,
): Promise<{ readonly entry: RecordedEntry; readonly existed: boolean }> {
  const last = base.history.entries.at(-1);
  if (last && sayTheSame(last, entry)) return { entry: last, existed: true };
  const key = newEntryKey(new Date(entry.at), last?.key);
  await client.registeredModels.setTag(base.name, key, JSON.stringify(entry));
  return { entry: { ...entry, key }, existed: false };
}

/**
 * Whether somebody else moved the champion, or is about to, since `base` was read. The server has no lock and no
 * compare-and-set; but everybody writes the own entry first and looks then, so that of two at the same time the
 * later writer always sees the earlier one's entry.
 *
 * @returns the other's entry, the version that is champion now, or undefined
 */
export async function conflicting(
  client: MlflowClient,
  base: RegisteredState,
  own: RecordedEntry,
): Promise<RecordedEntry | string | undefined> {
  const now = await registeredState(client, base.name);
  const known = new Set(base.history.entries.map(({ key }) => key));
  const other = movesOf(now.history).find(
    (entry) => entry.key !== own.key && !known.has(entry.key) && entry.to !== own.to,
  );
  if (other) return other;
  const expected = [base.champion, own.to];
  return expected.includes(now.champion) ? undefined : (now.champion ?? 'none');
}

/** Takes back an entry of one's own that nothing has followed from. */
export async function withdrawEntry(
  client: MlflowClient,
  name: string,
  { key }: RecordedEntry,
): Promise<void> {
  await client.call('DELETE', '/api/2.0/mlflow/registered-models/delete-tag', {
    body: { name, key },
  });
}
