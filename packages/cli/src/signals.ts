import { exitCodes } from './exit-codes.ts';
import { InterruptedError, type EndSignal } from './errors/interrupted-error.ts';

const exitCodeOf: Readonly<Record<EndSignal, number>> = {
  SIGINT: exitCodes.interrupted,
  SIGTERM: exitCodes.terminated,
};

/**
 * One AbortSignal for the whole command: the first SIGINT or SIGTERM aborts it, the second ends the process at once.
 *
 * @param onFirst called after the abort, e.g. to say that work is being put away.
 */
export function abortOnSignals(onFirst: (signal: EndSignal) => void): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(exitCodeOf[signal]);
      controller.abort(new InterruptedError(signal));
      onFirst(signal);
    });
  }
  return controller.signal;
}
