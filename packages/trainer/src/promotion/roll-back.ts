import type { MlflowClient } from '@xgflow/mlflow-client';
import { shellWord } from '../record/shell-word.ts';
import { aliases } from './history/aliases.ts';
import { movesOf } from './history/history-entry.ts';
import { moveAliases } from './history/move-aliases.ts';
import { checkReason } from './history/record-entry.ts';
import { registeredState } from './history/registered-state.ts';
import type { RegisteredState } from './history/registered-state.ts';
import { loadVersion } from './load-version.ts';
import { moveChampion } from './move-champion.ts';
import { PromotionConflictError } from './promotion-conflict-error.ts';
import { PromotionInputError } from './promotion-input-error.ts';
import { versionNumber } from './version-number.ts';

export interface RollbackOptions {
  readonly name: string;
  /** Default: the version that alias `previous` points at; after a rollback that of the rollback. */
  readonly to?: string | undefined;
  /** For the history. Default: that it was rolled back. */
  readonly reason?: string | undefined;
  readonly by?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Rollback {
  readonly name: string;
  readonly from: string | undefined;
  readonly to: string;
  /** The version was the champion already. */
  readonly already: boolean;
  /** What the version scores its own input example: it was loaded and scored before anything moved. */
  readonly example: number;
}

/**
 * Makes an earlier version the champion again, without a gate: what is wanted is the way back. The version is fetched,
 * loaded and scores its example first; if it cannot, nothing moves.
 *
 * @throws PromotionInputError · PromotionConflictError · ResourceNotFoundError · ModelError · MlflowError
 */
export async function rollBack(client: MlflowClient, options: RollbackOptions): Promise<Rollback> {
  const { name, reason = 'rolled back' } = options;
  checkReason(reason);
  const asked = options.to === undefined ? undefined : versionNumber(name, options.to);
  const base = await registeredState(client, name);
  const to = asked ?? targetOf(base);
  using loaded = await loadVersion(client, name, to, options);
  const { example } = loaded;
  if (base.champion === to) {
    const last = movesOf(base.history).at(-1);
    if (last?.to === to) await moveAliases(client, base, last);
    return { name, from: last?.from ?? undefined, to, already: true, example };
  }
  const decision = {
    action: 'rollback' as const,
    from: base.champion ?? null,
    to,
    why: reason,
    reasons: [],
    forced: false,
    report: null,
  };
  if (await moveChampion(client, base, decision, options.by)) {
    return { name, from: base.champion, to, already: false, example };
  }
  throw new PromotionConflictError(
    `somebody else moves the champion of ${name} at the same time · model registry · look at \`xgflow history\`, then decide again`,
  );
}

/**
 * A rollback that was the last move is meant again, whether it was interrupted or is done: the same command twice is
 * the same as once, and does not go forth again.
 */
function targetOf({ champion, history, name, previous }: RegisteredState): string {
  const last = movesOf(history).at(-1);
  if (last?.action === 'rollback' && [last.from, last.to].includes(champion ?? null))
    return last.to;
  if (previous !== undefined) return previous;
  throw new PromotionInputError(
    `nothing to go back to: ${name} has no alias ${aliases.previous} · model registry · name the version with --to, \`xgflow history ${shellWord(name)}\` shows them`,
  );
}
