import type { DMatrix } from '@xgflow/xgboost-node';
import type { ChosenThreshold } from '../../threshold/index.ts';
import type { EnsemblePlan } from '../ensemble-plan.ts';
import type { MemberFit } from '../member-fit.ts';
import type { FitParams } from '../fit-params.ts';
import type { Resamples, VariantMetrics } from '../result.ts';
import type { SplitPlan } from '../split-plan.ts';
import { decisionMetrics } from './decision-metrics.ts';
import { evaluateVariant } from './evaluation.ts';
import { fitEnsemble } from './fit-ensemble.ts';
import type { FittedEnsemble } from './fit-ensemble.ts';
import { judgementOf } from './judgement-of.ts';
import { outOfFold, thresholdOf } from './out-of-fold.ts';
import type { OutOfFold } from './out-of-fold.ts';
import { splitMatrices, wholeMatrix } from './matrices.ts';
import type { SplitMatrices } from './matrices.ts';
import { refit } from './refit.ts';
import type { Refit } from './refit.ts';
import { runTrial } from './trial.ts';
import type { TrialOutcome, TrialSettings } from './trial.ts';
import type { Treatment } from './treatment.ts';
import type { Workload } from './workload.ts';

interface FitJob {
  readonly splitKey: string;
  readonly fit: FitParams;
  readonly settings: TrialSettings;
  readonly treatment: Treatment;
}

export interface TrialJob extends FitJob {
  readonly kind: 'trial';
}

export interface RefitJob extends FitJob {
  readonly kind: 'refit';
  /** Seed of the bootstrap of the test metrics. */
  readonly seed: number;
}

/** The combiner of an ensemble, once its members are fitted. */
export interface EnsembleJob {
  readonly kind: 'ensemble';
  /** Of the members' common split. */
  readonly splitKey: string;
  readonly plan: EnsemblePlan;
  /** In the order of the plan. */
  readonly members: readonly MemberFit[];
}

/** One unit of work that a process takes; a native crash costs just this. */
export type Job = TrialJob | RefitJob | EnsembleJob;

/** The model of a variant and what it is worth. */
export interface FittedVariant extends Refit {
  readonly metrics: VariantMetrics;
  readonly resamples: Resamples;
  /** Chosen on `outOfFold` alone. */
  readonly threshold?: ChosenThreshold;
  readonly outOfFold: OutOfFold;
}

/** What a job comes to. */
export type JobResult<J extends Job = Job> = J extends TrialJob
  ? TrialOutcome
  : J extends RefitJob
    ? FittedVariant
    : FittedEnsemble;

/** Does jobs on one thread, one at a time; keeps the matrices of the split and treatment it worked on last. */
export class JobRoom implements Disposable {
  readonly #workload: Workload;
  #whole: DMatrix | undefined;
  readonly #splits = new Map<string, SplitPlan>();
  #current:
    | { readonly key: string; readonly split: SplitPlan; readonly matrices: SplitMatrices }
    | undefined;

  constructor(workload: Workload) {
    this.#workload = workload;
  }

  addSplit(split: SplitPlan): void {
    this.#splits.set(split.key, split);
  }

  run(job: Job): JobResult {
    if (job.kind === 'ensemble') {
      const split = this.#split(job.splitKey);
      return fitEnsemble({ ...job, split }, this.#workload, this.#table());
    }
    const { split, matrices } = this.#open(job);
    if (job.kind === 'trial')
      return runTrial(matrices, split, this.#workload, job.fit, job.settings);
    return this.#refit(job, split, matrices);
  }

  #refit({ fit, seed, settings }: RefitJob, split: SplitPlan, matrices: SplitMatrices) {
    const { labels, task } = this.#workload;
    const fitted = refit(matrices, fit, settings);
    const scored = outOfFold(split, labels, fitted.folds);
    const threshold = thresholdOf(settings.threshold, scored);
    const judgement = judgementOf(task, fit.params, threshold?.threshold);
    const { metrics, resamples } = evaluateVariant({
      ...{ refit: fitted, split, labels, judgement, seed },
    });
    const decided = decisionMetrics({
      ...{ refit: fitted, split, labels, settings, threshold, outOfFold: scored },
    });
    return {
      ...fitted,
      metrics: { ...metrics, ...decided },
      resamples,
      outOfFold: scored,
      ...(threshold ? { threshold } : {}),
    };
  }

  #open({ splitKey, treatment }: FitJob): {
    readonly split: SplitPlan;
    readonly matrices: SplitMatrices;
  } {
    const key = `${splitKey} ${JSON.stringify(treatment)}`;
    if (this.#current?.key === key) return this.#current;
    const split = this.#split(splitKey);
    this.#current?.matrices[Symbol.dispose]();
    this.#current = undefined;
    const matrices = splitMatrices(this.#table(), this.#workload, split, treatment);
    this.#current = { key, split, matrices };
    return this.#current;
  }

  #split(key: string): SplitPlan {
    const split = this.#splits.get(key);
    if (!split) throw new RangeError(`split ${key} was never sent`);
    return split;
  }

  /** Made by the first job: a table that the library refuses fails jobs, which say why. */
  #table(): DMatrix {
    return (this.#whole ??= wholeMatrix(this.#workload));
  }

  [Symbol.dispose](): void {
    this.#current?.matrices[Symbol.dispose]();
    this.#current = undefined;
    this.#whole?.dispose();
  }
}
