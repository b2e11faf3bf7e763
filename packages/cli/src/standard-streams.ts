import { writeSync } from 'node:fs';
import { systemErrorCode } from './errors/system-error-code.ts';
import { exitCodes } from './exit-codes.ts';

/**
 * Ends quietly with 0 when the reader of stdout has gone (`xgflow … | head`); a full disk behind stdout is exit
 * code 7, with a line on stderr. A gone stderr changes nothing.
 */
export function watchStandardStreams(): void {
  process.stdout.on('error', (error: Error) => {
    const code = systemErrorCode(error);
    if (code === 'EPIPE') process.exit(exitCodes.ok);
    const full = code === 'ENOSPC';
    // Written at once: the process ends before a stream would be flushed.
    sayAtOnce(
      full
        ? 'the disk is full · standard output · free some space and repeat'
        : `${error.message} · standard output · write to a file or a terminal that takes it`,
    );
    process.exit(full ? exitCodes['disk-full'] : exitCodes.usage);
  });
  process.stderr.on('error', () => undefined);
}

function sayAtOnce(line: string): void {
  try {
    writeSync(process.stderr.fd, `✗ ${line}\n`);
  } catch {
    // Nobody listens.
  }
}

/** Resolves when all that was written to stdout and stderr has left the process. */
export async function flushStandardStreams(): Promise<void> {
  await Promise.all(
    [process.stdout, process.stderr].map(
      (stream) =>
        new Promise<void>((resolve) => {
          // An empty write fails, too, where there is no room; an error of an earlier one comes within this turn.
          if (stream.writableLength === 0) setImmediate(resolve);
          else
            stream.write('', () => {
              resolve();
            });
        }),
    ),
  );
}
