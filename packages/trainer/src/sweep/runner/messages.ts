import type { Job, JobResult } from '../work/job.ts';
import type { Workload } from '../work/workload.ts';
import type { SplitPlan } from '../split-plan.ts';

/** What the parent tells a child, in this order: the workload once, each split once, then jobs. */
export type ToChild =
  | { readonly type: 'workload'; readonly workload: Workload }
  | { readonly type: 'split'; readonly split: SplitPlan }
  | { readonly type: 'job'; readonly job: Job };

/** What a child answers to a job. */
export type FromChild =
  | { readonly type: 'done'; readonly result: JobResult }
  | { readonly type: 'failed'; readonly message: string; readonly name: string };
