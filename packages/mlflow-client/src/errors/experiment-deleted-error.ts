import { MlflowError, type MlflowErrorDetails } from './mlflow-error.ts';

/** The experiment is in MLflow's trash: its name is taken and no run can be made in it. */
export class ExperimentDeletedError extends MlflowError {
  override readonly name: string = 'ExperimentDeletedError';
  readonly experimentId: string;
  /** Undefined when only the id is known. */
  readonly experimentName: string | undefined;

  constructor(
    experimentId: string,
    experimentName?: string,
    details: Omit<MlflowErrorDetails, 'hint'> = {},
  ) {
    const label = experimentName === undefined ? '' : ` ${JSON.stringify(experimentName)}`;
    super(`experiment ${experimentId}${label} is deleted`, {
      endpoint: 'tracking server',
      ...details,
      hint: `restore it (mlflow experiments restore --experiment-id ${experimentId}) or use another name`,
    });
    this.experimentId = experimentId;
    this.experimentName = experimentName;
  }
}
