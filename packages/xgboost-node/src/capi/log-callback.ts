import { isMainThread } from 'node:worker_threads';
import koffi from 'koffi';

/** One line that libxgboost logged. */
export interface LogLine {
  level: 'warning' | 'info' | 'debug' | 'console';
  /** The text without time, level and source line. */
  message: string;
}

export type LogListener = (line: LogLine) => void;

/** Warnings become Node warnings, so that none is lost and a program can hear them; other lines go to stderr. */
const defaultListener: LogListener = ({ level, message }) => {
  if (level === 'warning') process.emitWarning(message, 'XGBoostWarning');
  else process.stderr.write(`${message}\n`);
};

let listener: LogListener = defaultListener;

/**
 * Sends this thread's log lines of libxgboost to `next` instead of Node's warnings and stderr;
 * `undefined` brings the default back. Lines that OpenMP's helper threads write go to stderr in any case, those of a
 * `LibraryThread` unless its `threadInput()` was told otherwise.
 */
export function onLog(next: LogListener | undefined): void {
  listener = next ?? defaultListener;
}

/** Splits `[18:00:00] WARNING: file.cc:12: text` into level and text. */
export function parseLogLine(text: string): LogLine {
  const match = /^\[[\d:]+\] (?:(WARNING|INFO|DEBUG): )?(?:\S+:\d+: )?/.exec(text);
  const level = match?.[1]?.toLowerCase();
  return {
    level: level === 'warning' || level === 'info' || level === 'debug' ? level : 'console',
    message: text.slice(match?.[0].length ?? 0).trim(),
  };
}

/**
 * A C function that hands log lines to the listener. It lives until the thread ends; one that is terminated leaves it
 * behind: koffi has 8,192 for the whole process, and takes back none by itself.
 */
export function registerLogCallback(): bigint {
  const type = koffi.pointer(koffi.proto('void', ['str']));
  const callback = koffi.register((text: string) => {
    try {
      listener(parseLogLine(text));
    } catch {
      // An exception cannot cross the C frames above; a listener that throws loses its line only.
    }
  }, type);
  if (!isMainThread) {
    process.once('exit', () => {
      koffi.unregister(callback);
    });
  }
  return callback;
}
