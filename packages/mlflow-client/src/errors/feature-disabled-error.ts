import { MlflowError } from './mlflow-error.ts';

/** The server was started without this feature, or its store cannot do it (501, or a 503 that says so). */
export class FeatureDisabledError extends MlflowError {
  override readonly name: string = 'FeatureDisabledError';
}
