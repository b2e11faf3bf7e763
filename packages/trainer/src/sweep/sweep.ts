import type { Task } from '../metrics/index.ts';
import { doubtfulCalibration } from './doubtful-calibration.ts';
import { SweepJournal } from './journal.ts';
import { endOf } from './end-of.ts';
import { identityKey } from './identity.ts';
import type { SweepObserver } from './observer.ts';
import type { PreparedSweep } from './prepare.ts';
import type { VariantSummary } from './result.ts';
import { ChildRunner } from './runner/child-runner.ts';
import type { Runner } from './runner/runner.ts';
import { planSplit } from './split-plan.ts';
import type { SweepPlace, SweepTracker, VariantTracker } from './tracker.ts';
import { withinGrace } from './within-grace.ts';
import { AllTrialsFailedError } from './all-trials-failed-error.ts';
import { runVariant } from './variant.ts';
import type { VariantPlan } from './variant-plan.ts';
import { Members, recordEnsemble } from './record-ensemble.ts';
import { JobError } from './runner/job-error.ts';

export interface SweepOptions {
  /** The directory of local state, `.xgflow`. */
  readonly home: string;
  /** Child processes. */
  readonly concurrency: number;
  /** Opens the record, with the journal's lock held. */
  readonly openTracker: (prepared: PreparedSweep) => Promise<SweepTracker>;
  /** Forget what an unfinished run of the same sweep left. Default false. */
  readonly fresh?: boolean;
  readonly observer?: SweepObserver;
  readonly signal?: AbortSignal;
}

export interface SweepResult {
  readonly sweepId: string;
  readonly place: SweepPlace;
  readonly task: Task;
  readonly variants: readonly VariantSummary[];
}

/** Only a server that is away does that. */
const leftOpen = 'the run of the sweep stays RUNNING in MLflow until the sweep goes on';

interface Context extends SweepOptions {
  readonly prepared: PreparedSweep;
  readonly journal: SweepJournal;
  readonly tracker: SweepTracker;
  readonly runner: Runner;
  readonly members: Members;
}

/**
 * Runs every variant of a prepared sweep that is not finished yet, one after the other, and records
 * each. A variant whose trials all fail is recorded as FAILED and the sweep goes on.
 *
 * @throws LogLockedError when another process runs the same sweep · the tracker's errors · the
 *   signal's reason when aborted; open runs are closed as KILLED or FAILED before it throws
 */
export async function runSweep(
  prepared: PreparedSweep,
  options: SweepOptions,
): Promise<SweepResult> {
  const { home, fresh = false, signal } = options;
  await using journal = await SweepJournal.open({
    home,
    identity: identityKey(prepared.identity),
    fresh,
  });
  const tracker = await options.openTracker(prepared);
  const variants = await recordAll(prepared, tracker, { ...options, journal }).catch(
    async (error: unknown) => {
      const closed = await tracker.end(endOf(error, signal));
      if (!closed) warn([leftOpen], options.observer);
      throw error;
    },
  );
  await journal.remove();
  const { sweepId, place } = tracker;
  return { sweepId, place, task: prepared.target.task, variants };
}

async function recordAll(
  prepared: PreparedSweep,
  tracker: SweepTracker,
  options: SweepOptions & { readonly journal: SweepJournal },
): Promise<VariantSummary[]> {
  const { concurrency, observer, signal } = options;
  const { sweepId, place, kept } = tracker;
  observer?.onStart?.({ sweepId, place, kept, plans: prepared.plans });
  await using runner = new ChildRunner(prepared.workload, { concurrency });
  const members = new Members(prepared.ensembles);
  const context = { ...options, prepared, tracker, runner, members };
  const variants: VariantSummary[] = [];
  for (const plan of prepared.plans) variants.push(await variantOnce(context, plan));
  for (const plan of prepared.ensembles) {
    const ensemble = await recordEnsemble(plan, { ...context, variants });
    observer?.onVariantEnd?.(ensemble);
    variants.push(ensemble);
  }
  warn(await withinGrace(tracker.finish(variants), signal), observer);
  return variants;
}

async function variantOnce(context: Context, plan: VariantPlan): Promise<VariantSummary> {
  const { tracker, observer, signal } = context;
  signal?.throwIfAborted();
  const kept = tracker.kept.find(({ name }) => name === plan.name);
  const start = (): Promise<VariantTracker> => withinGrace(tracker.startVariant(plan), signal);
  const summary = kept ?? (await recordVariant(context, plan, await start()));
  observer?.onVariantEnd?.(summary);
  return summary;
}

async function recordVariant(
  context: Context,
  plan: VariantPlan,
  record: VariantTracker,
): Promise<VariantSummary> {
  const { journal, members, prepared, runner, observer, signal } = context;
  let failedTrials = 0;
  try {
    const done = journal.trials(plan.name);
    const result = await runVariant({
      plan,
      split: planSplit(prepared.workload.labels, plan.split, plan.task),
      runner,
      done,
      onStart: (progress) => observer?.onVariantStart?.({ name: plan.name, ...progress }),
      onTrial: async (trial, best) => {
        await journal.addTrial(plan.name, trial);
        if (trial.error !== undefined) failedTrials += 1;
        observer?.onTrial?.(trial, best);
      },
      ...(signal ? { signal } : {}),
    });
    const summary = await withinGrace(record.finish(result), signal);
    members.add(result, summary.runId);
    warn([...doubtfulCalibration(result), ...(summary.warnings ?? [])], observer);
    return summary;
  } catch (error) {
    if (error instanceof AllTrialsFailedError || error instanceof JobError) {
      await withinGrace(record.fail(error), signal);
      return {
        name: plan.name,
        status: 'failed',
        metrics: {},
        failedTrials,
        error: error.message,
      };
    }
    await record.end(endOf(error, signal));
    throw error;
  }
}

function warn(warnings: readonly string[], observer: SweepObserver | undefined): void {
  for (const warning of warnings) {
    if (observer?.onWarning) observer.onWarning(warning);
    else process.emitWarning(warning);
  }
}
