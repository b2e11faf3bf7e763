import { hostname, userInfo } from 'node:os';
import type { MlflowClient } from '@xgflow/mlflow-client';
import type { HistoryEntry } from './history/history-entry.ts';
import { moveAliases } from './history/move-aliases.ts';
import { conflicting, recordEntry, withdrawEntry } from './history/record-entry.ts';
import { registeredState } from './history/registered-state.ts';
import type { RegisteredState } from './history/registered-state.ts';
import { PromotionConflictError } from './promotion-conflict-error.ts';

/**
 * Writes the decision into the history, looks whether anybody else moves the champion, and makes the aliases what
 * the decision says.
 *
 * @returns false when others were faster: the entry is taken back and nothing is moved
 * @throws PromotionConflictError when the alias was taken away in the same moment: the one race that cannot be closed
 *   without a lock on the server
 */
export async function moveChampion(
  client: MlflowClient,
  base: RegisteredState,
  decision: Omit<HistoryEntry, 'v' | 'at' | 'by'>,
  by = systemUser(),
): Promise<boolean> {
  const at = new Date().toISOString();
  const { entry, existed } = await recordEntry(client, base, { v: 1, at, by, ...decision });
  if (entry.action !== 'refuse' && (await conflicting(client, base, entry)) !== undefined) {
    if (!existed) await withdrawEntry(client, base.name, entry);
    return false;
  }
  await moveAliases(client, base, entry);
  if (entry.action === 'refuse') return true;
  const { champion } = await registeredState(client, base.name);
  if (champion === entry.to) return true;
  throw new PromotionConflictError(
    `alias champion of ${base.name} points at version ${champion ?? 'none'}, not ${entry.to}: somebody moved it in the same moment · model registry · look at \`xgflow history\`, then run it again`,
  );
}

/** `user@machine`. */
function systemUser(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    // A container may run under an id that has no name.
    return `unknown@${hostname()}`;
  }
}
