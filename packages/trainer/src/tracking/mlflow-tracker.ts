import { runTags } from '../record/run-tags.ts';
import type { TrialPoint } from '../report/index.ts';
import type { EnsemblePlan } from '../sweep/ensemble-plan.ts';
import type { MemberFit } from '../sweep/member-fit.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { VariantSummary } from '../sweep/result.ts';
import type {
  EnsembleTracker,
  SweepTracker,
  UnfinishedEnd,
  VariantTracker,
} from '../sweep/tracker.ts';
import type { VariantPlan } from '../sweep/variant-plan.ts';
import { closeRun } from './close-run.ts';
import { abandonSweep, continueSweep } from './continue-sweep.ts';
import { createSweepRun, createVariantRun } from './create-runs.ts';
import type { RunContext } from './create-runs.ts';
import { describeSweep } from './describe-run.ts';
import { endTimeOf } from './end-time.ts';
import type { StartedRun } from './end-time.ts';
import { offerView } from './experiment-view.ts';
import { logBriefing } from './log-briefing.ts';
import { logSweepReport } from './log-sweep-report.ts';
import type { MlflowTrackerOptions } from './mlflow-tracker-options.ts';
import { MlflowEnsembleTracker } from './mlflow-ensemble-tracker.ts';
import { MlflowVariantTracker } from './mlflow-variant-tracker.ts';
import { findOpenSweep, isBusy, refuseBusy } from './open-sweep.ts';
import type { OpenSweep } from './open-sweep.ts';
import { readMember } from './read-member.ts';

/** A sweep in MLflow: a run for the sweep, below it a run a variant, below that its best trials. */
export class MlflowTracker implements SweepTracker {
  readonly sweepId: string;
  readonly place: { readonly experimentId: string; readonly runId: string };
  readonly kept: readonly VariantSummary[];
  readonly #run: StartedRun;
  readonly #context: RunContext;
  readonly #trials = new Map<string, readonly TrialPoint[]>();

  private constructor(
    prepared: PreparedSweep,
    options: MlflowTrackerOptions,
    sweep: OpenSweep & { readonly kept: readonly VariantSummary[] },
  ) {
    const { sweepId, experimentId, runId, kept } = sweep;
    this.sweepId = sweepId;
    this.place = { experimentId, runId };
    this.kept = kept;
    this.#run = sweep;
    this.#context = { ...options, prepared, sweepId, experimentId };
  }

  /**
   * Opens the sweep's run: the one that an interrupted run of the same sweep left open, whose runs
   * are closed first, or else a new one.
   *
   * With `fresh` there is always a new one: an open one that nobody writes is closed as abandoned, one
   * whose process lives, or may live, is left alone.
   *
   * @throws SweepBusyError when that run's process is alive, or cannot be asked · EndpointNotFoundError on MLflow 2 · MlflowError
   */
  static async open(
    prepared: PreparedSweep,
    options: MlflowTrackerOptions,
  ): Promise<MlflowTracker> {
    const { client, fresh, takeOver } = options;
    const experiment = await client.experiments.ensure(options.experiment);
    const { experiment_id: experimentId } = experiment;
    // MLflow 2 has no logged models, which shows only when the first variant has been searched.
    await client.loggedModels.search({ experimentIds: [experimentId], maxResults: 1 }).next();
    await offerView(client, experiment, prepared.target.task);
    const open = await findOpenSweep(client, experimentId, prepared.identity);
    if (open && fresh && !isBusy(open, takeOver)) await abandonSweep(client, open);
    if (!open || fresh) {
      const created = await createSweepRun(prepared, options, experimentId);
      return new MlflowTracker(prepared, options, { ...created, kept: [] });
    }
    refuseBusy(open, takeOver);
    const kept = await continueSweep(client, open);
    return new MlflowTracker(prepared, options, { ...open, kept });
  }

  async startVariant(plan: VariantPlan): Promise<VariantTracker> {
    const run = await createVariantRun(this.#context, this.place.runId, plan.name);
    return new MlflowVariantTracker(run, plan, { ...this.#context, trials: this.#trials });
  }

  async startEnsemble({ method, name }: EnsemblePlan): Promise<EnsembleTracker> {
    const tags = { [runTags.ensemble]: method };
    const run = await createVariantRun(this.#context, this.place.runId, name, tags);
    return new MlflowEnsembleTracker(run, this.#context);
  }

  readMember(kept: VariantSummary): Promise<MemberFit> {
    return readMember(this.#context.client, kept);
  }

  async finish(variants: readonly VariantSummary[]): Promise<readonly string[]> {
    const { client, prepared } = this.#context;
    const { runId } = this.place;
    const failed = variants.filter(({ status }) => status === 'failed').length;
    const sweep = { ...this.#context, runId };
    const { plans } = prepared;
    const undrawn = await logSweepReport({ ...sweep, plans, trials: this.#trials, variants });
    const unreported = await logBriefing(sweep);
    const warnings = [...undrawn, ...unreported];
    const hasReport = unreported.length === 0 && failed < variants.length;
    await describeSweep(this.#context, { runId, variants, hasReport });
    await client.runs.logMetrics(runId, {
      variants_finished: variants.length - failed,
      variants_failed: failed,
    });
    await client.runs.update(runId, {
      status: failed === variants.length ? 'FAILED' : 'FINISHED',
      endTime: endTimeOf(this.#run),
    });
    // Last: killed before it, the sweep is still open, and the same command brings it here again.
    await client.runs.setTag(runId, runTags.state, 'finished');
    return warnings;
  }

  end(end: UnfinishedEnd): Promise<boolean> {
    return closeRun(this.#context.client, this.#run, end);
  }
}
