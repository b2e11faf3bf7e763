import { systemErrorCode } from './errors/system-error-code.ts';
import { exitCodes } from './exit-codes.ts';

/**
 * Ends quietly with 0 when the reader of stdout has gone (`xgflow … | head`); a full disk behind stdout is exit
 * code 7. A gone stderr changes nothing.
 */
export function watchStandardStreams(): void {
  process.stdout.on('error', (error: Error) => {
    if (systemErrorCode(error) === 'EPIPE') process.exit(exitCodes.ok);
    process.exit(systemErrorCode(error) === 'ENOSPC' ? exitCodes['disk-full'] : exitCodes.bug);
  });
  process.stderr.on('error', () => undefined);
}

/** Resolves when all that was written to stdout and stderr has left the process. */
export async function flushStandardStreams(): Promise<void> {
  await Promise.all(
    [process.stdout, process.stderr].map(
      (stream) =>
        new Promise<void>((resolve) => {
          stream.write('', () => {
            resolve();
          });
        }),
    ),
  );
}
