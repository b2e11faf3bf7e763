import type { NativeObject } from '@xgflow/model';
import type { ScoringAnswer, ScoringJob } from '../scoring/job.ts';
import type { ModelFacts } from '../scoring/model-facts.ts';

/** What a worker is started with. */
export interface WorkerInput {
  readonly directory: string;
  /** Bytes of its heap from which on it is swept after a job. */
  readonly sweptOver: number;
}

/** To a worker: one job at a time. */
export interface JobMessage {
  readonly id: number;
  readonly job: ScoringJob;
}

/** From a worker: first `ready` or `refused`, then one answer per job. */
export type WorkerMessage =
  | {
      readonly kind: 'ready';
      readonly facts: ModelFacts;
      /** What is to be freed once the worker has ended. */
      readonly natives: readonly NativeObject[];
    }
  | { readonly kind: 'refused'; readonly error: TransferredError }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: ScoringAnswer }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** An error as it crosses threads. */
export interface TransferredError {
  readonly name: string;
  readonly message: string;
}
