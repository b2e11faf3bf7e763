import path from 'node:path';
import { contextTags } from '@xgflow/mlflow-client';
import type { Experiment, Run } from '@xgflow/mlflow-client';
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
import { endTimeOf, startedRun } from './end-time.ts';
import type { StartedRun } from './end-time.ts';
import { offerView } from './experiment-view.ts';
import { logBriefing } from './log-briefing.ts';
import { logSweepReport } from './log-sweep-report.ts';
import type { MlflowTrackerOptions } from './mlflow-tracker-options.ts';
import { MlflowEnsembleTracker } from './mlflow-ensemble-tracker.ts';
import { MlflowVariantTracker } from './mlflow-variant-tracker.ts';
import { newSweepId, runName } from './names.ts';
import { findOpenSweep, isBusy, refuseBusy, takeOver } from './open-sweep.ts';
import type { OpenSweep } from './open-sweep.ts';
import { ownTag } from './owner.ts';
import { readMember } from './read-member.ts';

/** A sweep in MLflow: a run for the sweep, below it a run a variant, below that its best trials. */
export class MlflowTracker implements SweepTracker {
  readonly sweepId: string;
  readonly place: { readonly experimentId: string; readonly runId: string };
  readonly kept: readonly VariantSummary[];
  readonly #run: StartedRun;
  readonly #prepared: PreparedSweep;
  readonly #options: MlflowTrackerOptions;
  readonly #trials = new Map<string, readonly TrialPoint[]>();

  private constructor(
    prepared: PreparedSweep,
    options: MlflowTrackerOptions,
    sweep: OpenSweep & { readonly kept: readonly VariantSummary[] },
  ) {
    this.sweepId = sweep.sweepId;
    this.place = { experimentId: sweep.experimentId, runId: sweep.runId };
    this.kept = sweep.kept;
    this.#run = sweep;
    this.#prepared = prepared;
    this.#options = options;
  }

  /**
   * Opens the sweep's run: the one that an interrupted run of the same sweep left open, whose runs
   * are closed first, or else a new one.
   *
   * With `fresh` there is always a new one: an open one that nobody writes is closed as abandoned, one
   * whose process lives, or may live, is left alone.
   *
   * @throws SweepBusyError when that run's process is alive, or cannot be asked · MlflowError
   */
  static async open(
    prepared: PreparedSweep,
    options: MlflowTrackerOptions,
  ): Promise<MlflowTracker> {
    const { client, fresh } = options;
    const experiment = await client.experiments.ensure(options.experiment);
    await offerView(client, experiment, prepared.target.task);
    const open = await findOpenSweep(client, experiment.experiment_id, prepared.identity);
    if (open && fresh && !isBusy(open)) await takeOver(client, open, 'abandoned');
    if (!open || fresh) {
      const created = await createSweepRun(prepared, options, experiment);
      return new MlflowTracker(prepared, options, { ...created, kept: [] });
    }
    refuseBusy(open);
    const kept = await takeOver(client, open, 'open');
    return new MlflowTracker(prepared, options, { ...open, kept });
  }

  async startVariant(plan: VariantPlan): Promise<VariantTracker> {
    const run = await this.#createRun(plan.name, {});
    return new MlflowVariantTracker(run, plan, {
      ...this.#context(),
      trials: this.#trials,
    });
  }

  async startEnsemble({ method, name }: EnsemblePlan): Promise<EnsembleTracker> {
    const run = await this.#createRun(name, { [runTags.ensemble]: method });
    return new MlflowEnsembleTracker(run, this.#context());
  }

  readMember(kept: VariantSummary): Promise<MemberFit> {
    return readMember(this.#options.client, kept);
  }

  async finish(variants: readonly VariantSummary[]): Promise<readonly string[]> {
    const { client, scratch } = this.#options;
    const failed = variants.filter(({ status }) => status === 'failed').length;
    const { runId } = this.place;
    const warnings = await logSweepReport({
      client,
      runId,
      sweepId: this.sweepId,
      scratch,
      plans: this.#prepared.plans,
      trials: this.#trials,
      variants,
    });
    const { experiment } = this.#options;
    const { experimentId } = this.place;
    const { sweepId } = this;
    const prepared = this.#prepared;
    warnings.push(
      ...(await logBriefing({
        client,
        runId,
        sweepId,
        experimentId,
        experiment,
        scratch,
        prepared,
      })),
    );
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

  async end(end: UnfinishedEnd): Promise<void> {
    await closeRun(this.#options.client, this.#run, end);
  }

  #context() {
    const { experimentId } = this.place;
    return { ...this.#options, prepared: this.#prepared, sweepId: this.sweepId, experimentId };
  }

  /** The run of a variant or an ensemble, below the sweep's. */
  async #createRun(name: string, tags: Readonly<Record<string, string>>): Promise<Run> {
    return this.#options.client.runs.create({
      experimentId: this.place.experimentId,
      runName: runName.variant(name),
      tags: {
        ...(await sourceTags(this.#prepared, this.#options)),
        ...identityTags(this.#prepared, this.sweepId),
        'mlflow.parentRunId': this.place.runId,
        [runTags.role]: 'variant',
        [runTags.variant]: name,
        [runTags.modelName]: this.#prepared.config.model.name,
        ...tags,
      },
    });
  }
}

/** MLflow's own tags of user, source and git, as its Python client sets them. */
function sourceTags(
  { configPath }: PreparedSweep,
  { directory }: MlflowTrackerOptions,
): Promise<Record<string, string>> {
  return contextTags({ sourceName: path.basename(configPath), directory });
}

function identityTags(
  { identity, target }: PreparedSweep,
  sweepId: string,
): Record<string, string> {
  return {
    [runTags.sweepId]: sweepId,
    [runTags.task]: target.task,
    [runTags.configHash]: identity.configHash,
    [runTags.dataDigest]: identity.dataDigest,
    [runTags.versions]: identity.versions,
    [runTags.owner]: ownTag(),
  };
}

async function createSweepRun(
  prepared: PreparedSweep,
  options: MlflowTrackerOptions,
  { experiment_id: experimentId }: Experiment,
): Promise<OpenSweep> {
  const sweepId = newSweepId(new Date());
  const run = await options.client.runs.create({
    experimentId,
    runName: runName.sweep(sweepId),
    tags: {
      ...(await sourceTags(prepared, options)),
      ...identityTags(prepared, sweepId),
      [runTags.role]: 'sweep',
      [runTags.state]: 'open',
    },
  });
  return { sweepId, experimentId, ...startedRun(run.info) };
}
