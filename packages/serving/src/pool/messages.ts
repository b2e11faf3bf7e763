import type { ScoringAnswer, ScoringJob } from '../scoring/job.ts';
import type { ModelFacts } from '../scoring/model-facts.ts';

/** What a worker is started with. */
export interface WorkerInput {
  readonly directory: string;
}

/** To a worker: one job at a time. */
export interface JobMessage {
  readonly id: number;
  readonly job: ScoringJob;
}

/** From a worker: first `ready` or `refused`, then one answer per job. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly facts: ModelFacts }
  | { readonly kind: 'refused'; readonly error: TransferredError }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: ScoringAnswer }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** An error as it crosses threads. */
export interface TransferredError {
  readonly name: string;
  readonly message: string;
}
