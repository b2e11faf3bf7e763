import { CliError } from './cli-error.ts';

/** The local MLflow server ended while starting, or did not answer in time. Exit code 5. */
export class ServerStartError extends CliError {
  override readonly name = 'ServerStartError';
  /** The last lines of the server's log. */
  readonly logTail: readonly string[];

  constructor(message: string, logTail: readonly string[]) {
    super(message);
    this.logTail = logTail;
  }
}
