import type { MlflowClient } from '@xgflow/mlflow-client';

export interface MlflowTrackerOptions {
  readonly client: MlflowClient;
  /** Name of the experiment; made when there is none. */
  readonly experiment: string;
  /** How many of a variant's best trials become runs. */
  readonly logTrials: number;
  /** Where a model is put together before its upload. */
  readonly scratch: string;
  /** Whose git state the runs are tagged with. */
  readonly directory: string;
  /** Start anew, whatever an earlier sweep left open. */
  readonly fresh: boolean;
  /** Whether a process on another host that has the sweep open is known to be gone. Default false. */
  readonly takeOver?: boolean | undefined;
}
