import cliProgress from 'cli-progress';
import { duration } from './duration.ts';
import { plainText } from './plain-text.ts';
import { windowWidth, type Terminal } from './window.ts';

/** What a long command tells while it works. */
export interface Progress {
  /** `done` of the total are finished; `note` says what is best so far, or what is going on. */
  update(done: number, note?: string): void;
  /** Ends the bar; on a terminal it is wiped. Safe to call twice. */
  stop(): void;
}

export interface ProgressOptions {
  /** What is counted, e.g. `trials`. */
  readonly label: string;
  /** How many there are; unknown = undefined, then no bar and no time left. */
  readonly total?: number | undefined;
}

/** Milliseconds between two lines where there is no terminal. */
export const lineDistance = 5000;

/** Shows nothing: `--json`. */
export const silentProgress: Progress = {
  update: () => undefined,
  stop: () => undefined,
};

/** Time left at the speed so far, in ms; NaN before the first one is done. */
function timeLeft(done: number, total: number, elapsed: number): number {
  return done > 0 ? (elapsed / done) * (total - done) : Number.NaN;
}

function line(options: ProgressOptions, done: number, note: string, elapsed: number): string {
  const { label, total } = options;
  const left = total === undefined ? Number.NaN : timeLeft(done, total, elapsed);
  return [
    total === undefined ? `${done} ${label}` : `${done}/${total} ${label}`,
    note,
    Number.isFinite(left) ? `${duration(left)} left` : duration(elapsed),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Plain lines at least five seconds apart, and one for the last. */
export function lineProgress(
  options: ProgressOptions,
  write: (line: string) => void,
  now: () => number = () => performance.now(),
): Progress {
  const started = now();
  let written = started;
  return {
    update(done, note = '') {
      const time = now();
      const last = options.total !== undefined && done >= options.total;
      if (time - written < lineDistance && !last) return;
      written = time;
      write(line(options, done, plainText(note), time - started));
    },
    stop: () => undefined,
  };
}

/** One bar, redrawn in place on the terminal. */
export function barProgress(options: ProgressOptions, stream: Terminal): Progress {
  const started = performance.now();
  const bar = new cliProgress.SingleBar({
    stream,
    format: (_bar, params, payload: { note?: string }) => {
      const text = line(options, params.value, payload.note ?? '', performance.now() - started);
      const width = windowWidth(stream) ?? 80;
      const cells = Math.max(0, Math.min(30, width - text.length - 3));
      const filled = Math.floor(cells * Math.min(1, params.progress));
      const drawn = cells < 5 ? '' : `${'█'.repeat(filled)}${'░'.repeat(cells - filled)} `;
      return `${drawn}${text}`.slice(0, width - 1);
    },
    hideCursor: true,
    clearOnComplete: true,
    // The frame owns SIGINT; the bar's own handler would end the process before the work is put away.
    gracefulExit: false,
  });
  bar.start(options.total ?? 0, 0, { note: '' });
  return {
    update: (done, note = '') => {
      bar.update(done, { note: plainText(note) });
    },
    stop: () => {
      bar.stop();
    },
  };
}
