import type { DMatrix } from '@xgflow/xgboost-node';
import type { FitParams } from '../fit-params.ts';
import type { VariantMetrics } from '../result.ts';
import type { SplitPlan } from '../split-plan.ts';
import { evaluateVariant } from './evaluation.ts';
import { judgementOf } from './judgement-of.ts';
import { splitMatrices, wholeMatrix } from './matrices.ts';
import type { SplitMatrices } from './matrices.ts';
import { refit } from './refit.ts';
import type { Refit } from './refit.ts';
import { runTrial } from './trial.ts';
import type { TrialOutcome, TrialSettings } from './trial.ts';
import type { Workload } from './workload.ts';

interface FitJob {
  readonly splitKey: string;
  readonly fit: FitParams;
  readonly settings: TrialSettings;
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
}

/** Does jobs on one thread, one at a time; keeps the matrices of the split it worked on last. */
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
    const { split, matrices } = this.#open(job.splitKey);
    if (job.kind === 'trial')
      return runTrial(matrices, split, this.#workload, job.fit, job.settings);
    const fitted = refit(matrices, job.fit, job.settings.earlyStopping);
    const { labels, task } = this.#workload;
    const judgement = judgementOf(task, job.fit.params);
    const evaluation = { refit: fitted, split, labels, judgement, seed: job.seed };
    return { ...fitted, metrics: evaluateVariant(evaluation) };
  }

  #open(key: string): { readonly split: SplitPlan; readonly matrices: SplitMatrices } {
    if (this.#current?.key === key) return this.#current;
    const split = this.#splits.get(key);
    if (!split) throw new RangeError(`split ${key} was never sent`);
    this.#current?.matrices[Symbol.dispose]();
    this.#current = { key, split, matrices: splitMatrices(this.#whole, split) };
    return this.#current;
  }

  [Symbol.dispose](): void {
    this.#current?.matrices[Symbol.dispose]();
    this.#current = undefined;
    this.#whole.dispose();
  }
}
