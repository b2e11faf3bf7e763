import { exitCodes, type ExitName } from './exit-codes.ts';
import { InterruptedError, type EndSignal } from './errors/interrupted-error.ts';

/** How a command ends for each signal. */
export const exitNameOfSignal: Readonly<Record<EndSignal, ExitName>> = {
  SIGHUP: 'hung-up',
  SIGINT: 'interrupted',
  SIGTERM: 'terminated',
};

/**
 * One AbortSignal for the whole command: the first SIGINT, SIGTERM or SIGHUP aborts it, the
 * second ends the process at once.
 *
 * @param onFirst called after the abort, e.g. to say that work is being put away.
 */
export function abortOnSignals(onFirst: (signal: EndSignal) => void): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(exitCodes[exitNameOfSignal[signal]]);
      controller.abort(new InterruptedError(signal));
      onFirst(signal);
    });
  }
  return controller.signal;
}
