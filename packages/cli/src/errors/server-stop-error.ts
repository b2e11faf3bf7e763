import { CliError } from './cli-error.ts';

/** The local MLflow server could not be ended. Exit code 5. */
export class ServerStopError extends CliError {
  override readonly name = 'ServerStopError';
}
