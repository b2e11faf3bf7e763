import type { RowFacts } from '../decisions/row-facts.ts';

/** What is asked of a model: MLflow's answer, our own, or the reasons. */
export type JobKind = 'invocations' | 'predict' | 'explain';

/** A request as it goes to whatever scores it: bytes in. */
export interface ScoringJob {
  readonly kind: JobKind;
  readonly format: 'json' | 'csv';
  readonly body: Uint8Array;
  /** Most rows of one request. */
  readonly maxRows: number;
  /** Errors name no field and no value. */
  readonly terse: boolean;
  /** Reasons per row of `explain`. */
  readonly top: number;
  /** Columns of a CSV body to give back beside the predictions of `predict`; `true`: all. */
  readonly keep?: boolean;
  /** Whether the facts of each row are wanted, for the decision log. */
  readonly facts?: boolean;
  /** A JSON text that the answer gives as `model`, before its other keys. */
  readonly model?: string;
}

/** What goes back: text out. */
export interface ScoringAnswer {
  readonly status: number;
  /** From a worker as UTF-8: bytes are handed from thread to thread, a text would be copied into the heap of both. */
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly rows: number;
  /** Cells with a level that the model never saw, per feature. */
  readonly unseen: readonly (readonly [feature: string, cells: number])[];
  /** Of each row, where they were asked for. */
  readonly facts?: readonly RowFacts[];
}
