import { CliError } from './cli-error.ts';

/** No tracking server was named and none is recorded for this directory, or the recorded one has ended. Exit code 5. */
export class NoTrackingServerError extends CliError {
  override readonly name = 'NoTrackingServerError';
}
