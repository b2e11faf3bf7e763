import { MlflowError, type MlflowErrorDetails } from './mlflow-error.ts';

/** The run is in MLflow's trash, alone or with its experiment: nothing can be written to it. */
export class RunDeletedError extends MlflowError {
  override readonly name: string = 'RunDeletedError';
  readonly runId: string;

  constructor(runId: string, details: Omit<MlflowErrorDetails, 'hint'> = {}) {
    super(`run ${runId} is deleted`, {
      endpoint: 'tracking server',
      ...details,
      hint: `restore it (mlflow runs restore --run-id ${runId}) or, where that was deleted, its experiment, and repeat the command`,
    });
    this.runId = runId;
  }
}
