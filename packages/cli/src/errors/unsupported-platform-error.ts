import { CliError } from './cli-error.ts';

/** The command needs something only Linux offers. Exit code 2. */
export class UnsupportedPlatformError extends CliError {
  override readonly name = 'UnsupportedPlatformError';
}
