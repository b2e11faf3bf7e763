import { InvalidParameterError } from './invalid-parameter-error.ts';
import type { MlflowErrorDetails } from './mlflow-error.ts';

/** One param that already has another value. */
export interface ParamConflict {
  readonly key: string;
  readonly oldValue: string;
  readonly newValue: string;
}

/** A param of a run was logged again with another value; MLflow never changes a param. */
export class ParamConflictError extends InvalidParameterError {
  override readonly name: string = 'ParamConflictError';
  /** The clashing params, as far as the server's message tells them. */
  readonly conflicts: readonly ParamConflict[];

  constructor(reason: string, conflicts: readonly ParamConflict[], details: MlflowErrorDetails) {
    super(reason, details);
    this.conflicts = conflicts;
  }
}
