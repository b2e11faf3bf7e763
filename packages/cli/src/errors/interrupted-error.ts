import { CliError } from './cli-error.ts';

/** The signals that end a command in an orderly way. */
export type EndSignal = 'SIGHUP' | 'SIGINT' | 'SIGTERM';

/** The reason of the shared AbortSignal after one of them. Exit code 128 + the signal's number. */
export class InterruptedError extends CliError {
  override readonly name = 'InterruptedError';
  readonly signal: EndSignal;

  constructor(signal: EndSignal) {
    super(
      `interrupted by ${signal} · nothing is left half-written · run the same command again to go on`,
    );
    this.signal = signal;
  }
}
