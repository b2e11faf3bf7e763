import type { DMatrix } from '@xgflow/xgboost-node';
import type { ChosenThreshold } from '../../threshold/index.ts';
import type { FitParams } from '../fit-params.ts';
import type { VariantMetrics } from '../result.ts';
import type { SplitPlan } from '../split-plan.ts';
import { decisionMetrics } from './decision-metrics.ts';
import { evaluateVariant } from './evaluation.ts';
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

/** One unit of work that a process takes; a native crash costs just this. */
export type Job = TrialJob | RefitJob;

/** The model of a variant and what it is worth. */
export interface FittedVariant extends Refit {
  readonly metrics: VariantMetrics;
  /** Chosen on `outOfFold` alone. */
  readonly threshold?: ChosenThreshold;
  readonly outOfFold: OutOfFold;
}

/** Does jobs on one thread, one at a time; keeps the matrices of the split and treatment it worked on last. */
export class JobRoom implements Disposable {
  readonly #workload: Workload;
  readonly #whole: DMatrix;
  readonly #splits = new Map<string, SplitPlan>();
  #current:
    | { readonly key: string; readonly split: SplitPlan; readonly matrices: SplitMatrices }
    | undefined;

  constructor(workload: Workload) {
    this.#workload = workload;
    this.#whole = wholeMatrix(workload);
  }

  addSplit(split: SplitPlan): void {
    this.#splits.set(split.key, split);
  }

  run(job: Job): TrialOutcome | FittedVariant {
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
    const metrics = {
      ...evaluateVariant({ refit: fitted, split, labels, judgement, seed }),
      ...decisionMetrics({ refit: fitted, split, labels, settings, threshold, outOfFold: scored }),
    };
    return { ...fitted, metrics, outOfFold: scored, ...(threshold ? { threshold } : {}) };
  }

  #open({ splitKey, treatment }: Job): {
    readonly split: SplitPlan;
    readonly matrices: SplitMatrices;
  } {
    const key = `${splitKey} ${JSON.stringify(treatment)}`;
    if (this.#current?.key === key) return this.#current;
    const split = this.#splits.get(splitKey);
    if (!split) throw new RangeError(`split ${splitKey} was never sent`);
    this.#current?.matrices[Symbol.dispose]();
    this.#current = undefined;
    const matrices = splitMatrices(this.#whole, this.#workload, split, treatment);
    this.#current = { key, split, matrices };
    return this.#current;
  }

  [Symbol.dispose](): void {
    this.#current?.matrices[Symbol.dispose]();
    this.#current = undefined;
    this.#whole.dispose();
  }
}
