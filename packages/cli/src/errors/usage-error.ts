import { CliError } from './cli-error.ts';

/** The command line was wrong; the message names the option and what it takes. Exit code 2. */
export class UsageError extends CliError {
  override readonly name = 'UsageError';
}
