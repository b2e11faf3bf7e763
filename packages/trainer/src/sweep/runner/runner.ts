import type { Job, JobResult } from '../work/job.ts';
import type { SplitPlan } from '../split-plan.ts';

/** Where a sweep's jobs are done. The same jobs give the same results on every runner, in any order. */
export interface Runner extends AsyncDisposable {
  /** Jobs done at the same time. */
  readonly concurrency: number;
  /** Makes a split known before jobs name its key. */
  addSplit(split: SplitPlan): void;
  /**
   * Does one job; waits for a free place.
   *
   * @throws JobError when the job fails, or its process died `attempts` times over it
   * @throws the signal's reason when aborted; the job's process is ended
   */
  run<J extends Job>(job: J, signal?: AbortSignal): Promise<JobResult<J>>;
}
