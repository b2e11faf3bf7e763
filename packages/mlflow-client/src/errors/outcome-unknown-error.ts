import { MlflowError } from './mlflow-error.ts';

/** The request went out, its answer was lost, and sending it again could do the work twice. Look the result up before a resend. */
export class OutcomeUnknownError extends MlflowError {
  override readonly name: string = 'OutcomeUnknownError';
}
