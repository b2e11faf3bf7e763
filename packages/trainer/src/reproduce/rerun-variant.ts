import { randomSearch } from '../search/index.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { TrialRecord, VariantResult } from '../sweep/result.ts';
import { ChildRunner } from '../sweep/runner/child-runner.ts';
import { planSplit } from '../sweep/split-plan.ts';
import { runVariant } from '../sweep/variant.ts';
import type { VariantPlan } from '../sweep/variant-plan.ts';
import type { RecordedVariant } from './recorded-variant.ts';

export interface RerunOptions {
  readonly recorded: RecordedVariant;
  /** Every trial, not just the winner. */
  readonly search: boolean;
  readonly concurrency?: number;
  readonly onStart: (trials: number) => void;
  readonly onTrial?: () => void;
  readonly signal?: AbortSignal;
}

/**
 * Runs the winning trial and its refit again, or the whole search. Without the search the other trials stand
 * as recorded, so that a winner that no longer wins is seen.
 */
export async function rerunVariant(
  prepared: PreparedSweep,
  plan: VariantPlan,
  { recorded, search, concurrency = 1, onStart, onTrial, signal }: RerunOptions,
): Promise<{ readonly result: VariantResult; readonly rerun: readonly TrialRecord[] }> {
  const done = search ? new Map<number, TrialRecord>() : standing(plan, recorded);
  const rerun: TrialRecord[] = [];
  const runner = { concurrency: search ? concurrency : 1 };
  await using children = new ChildRunner(prepared.workload, runner);
  const result = await runVariant({
    plan,
    split: planSplit(prepared.workload.labels, plan.split, plan.task),
    runner: children,
    done,
    onStart: ({ trials }) => {
      onStart(trials - done.size);
    },
    onTrial: (trial) => {
      rerun.push(trial);
      onTrial?.();
      return Promise.resolve();
    },
    ...(signal ? { signal } : {}),
  });
  return { result, rerun: rerun.toSorted((a, b) => a.index - b.index) };
}

/** The recorded trials that are not run again, with the draws that the search gives them. */
function standing(
  plan: VariantPlan,
  { bestTrial, trials }: RecordedVariant,
): ReadonlyMap<number, TrialRecord> {
  const recorded = new Map(trials.map((trial) => [trial.index, trial]));
  return new Map(
    randomSearch(plan.space, plan.search).flatMap(({ index, params }) => {
      const trial = recorded.get(index);
      return trial && index !== bestTrial ? [[index, { ...trial, params }] as const] : [];
    }),
  );
}
