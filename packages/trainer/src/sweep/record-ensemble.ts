import type { EnsemblePlan } from './ensemble-plan.ts';
import type { MemberFit } from './member-fit.ts';
import { endOf } from './end-of.ts';
import type { PreparedSweep } from './prepare.ts';
import type { VariantResult, VariantSummary } from './result.ts';
import { JobError } from './runner/job-error.ts';
import type { Runner } from './runner/runner.ts';
import { planSplit } from './split-plan.ts';
import type { SweepTracker } from './tracker.ts';
import { withinGrace } from './within-grace.ts';

/** What the ensembles of a sweep are made of: the variants that ended, now or in an earlier run. */
export class Members {
  readonly #wanted: ReadonlySet<string>;
  readonly #fits = new Map<string, MemberFit>();

  constructor(plans: readonly EnsemblePlan[]) {
    this.#wanted = new Set(plans.flatMap(({ members }) => members.map(({ name }) => name)));
  }

  /** Keeps a variant's model where an ensemble needs it. */
  add({ calibration, model, name, outOfFold }: VariantResult, runId: string | undefined): void {
    if (!this.#wanted.has(name)) return;
    this.#fits.set(name, {
      name,
      model,
      outOfFold: outOfFold.scores,
      ...(calibration ? { calibration } : {}),
      ...(runId === undefined ? {} : { runId }),
    });
  }

  /** @returns the variant as it ran now, or as the record has it */
  async get(summary: VariantSummary, tracker: SweepTracker): Promise<MemberFit> {
    const known = this.#fits.get(summary.name);
    if (known) return known;
    const read = await tracker.readMember(summary);
    this.#fits.set(summary.name, read);
    return read;
  }
}

/**
 * Makes one ensemble of finished variants and records it. One of a variant that failed cannot be made, and
 * the sweep goes on, as it does without one that cannot be fitted.
 */
export async function recordEnsemble(
  plan: EnsemblePlan,
  sweep: {
    readonly prepared: PreparedSweep;
    readonly tracker: SweepTracker;
    readonly runner: Runner;
    readonly members: Members;
    readonly variants: readonly VariantSummary[];
    readonly signal?: AbortSignal;
  },
): Promise<VariantSummary> {
  const { members, prepared, runner, signal, tracker, variants } = sweep;
  signal?.throwIfAborted();
  const kept = tracker.kept.find(({ name }) => name === plan.name);
  if (kept) return kept;
  const own = plan.members.flatMap(({ name }) => variants.filter((one) => one.name === name));
  const failed = own.find(({ status }) => status === 'failed');
  if (failed) return failure(plan, `its variant ${failed.name} failed`);
  const fits: MemberFit[] = [];
  for (const summary of own) fits.push(await withinGrace(members.get(summary, tracker), signal));
  const record = await withinGrace(tracker.startEnsemble(plan), signal);
  try {
    const { labels, task } = prepared.workload;
    const split = planSplit(labels, plan.split, task);
    runner.addSplit(split);
    const job = { kind: 'ensemble', splitKey: split.key, plan, members: fits } as const;
    const fitted = await runner.run(job, signal);
    const { name } = plan;
    return await withinGrace(
      record.finish({ ...fitted, name, plan, split, members: fits }),
      signal,
    );
  } catch (error) {
    if (error instanceof JobError) {
      await withinGrace(record.fail(error), signal);
      return failure(plan, error.message);
    }
    await record.end(endOf(error, signal));
    throw error;
  }
}

function failure({ name }: EnsemblePlan, error: string): VariantSummary {
  return { name, status: 'failed', metrics: {}, failedTrials: 0, error };
}
