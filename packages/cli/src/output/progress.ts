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
const lineDistance = 5000;

/** Shows nothing: `--json`. */
export const silentProgress: Progress = {
  update: () => undefined,
  stop: () => undefined,
};

/** Measures from the first update on: what was done before it (a continued sweep) says nothing about the speed. */
class Clock {
  readonly #started: number;
  #first: { readonly done: number; readonly time: number } | undefined;

  constructor(now: number) {
    this.#started = now;
  }

  elapsed(now: number): number {
    return now - this.#started;
  }

  /** Time left at the speed so far, in ms; NaN while there is no speed. */
  left(now: number, done: number, total: number | undefined): number {
    this.#first ??= { done, time: now };
    const { done: before, time } = this.#first;
    if (total === undefined || done <= before) return Number.NaN;
    return ((now - time) / (done - before)) * (total - done);
  }
}

function line(
  { label, total }: ProgressOptions,
  done: number,
  note: string,
  { elapsed, left }: { readonly elapsed: number; readonly left: number },
): string {
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
  const clock = new Clock(now());
  let written = now();
  return {
    update(done, note = '') {
      const time = now();
      const left = clock.left(time, done, options.total);
      const last = options.total !== undefined && done >= options.total;
      if (time - written < lineDistance && !last) return;
      written = time;
      write(line(options, done, plainText(note), { elapsed: clock.elapsed(time), left }));
    },
    stop: () => undefined,
  };
}

/** One bar, redrawn in place on the terminal. */
export function barProgress(options: ProgressOptions, stream: Terminal): Progress {
  const clock = new Clock(performance.now());
  const bar = new cliProgress.SingleBar({
    stream,
    format: (_bar, params, payload: { note?: string }) => {
      const now = performance.now();
      const left = clock.left(now, params.value, options.total);
      const text = line(options, params.value, payload.note ?? '', {
        elapsed: clock.elapsed(now),
        left,
      });
      const width = windowWidth(stream) ?? 80;
      const cells = Math.max(0, Math.min(30, width - text.length - 3));
      const filled = Math.floor(cells * Math.min(1, params.progress));
      const drawn = cells < 5 ? '' : `${'█'.repeat(filled)}${'░'.repeat(cells - filled)} `;
      return `${drawn}${text}`.slice(0, width - 1);
    },
    // What the bar would switch off, a second Ctrl-C would leave switched off.
    hideCursor: false,
    linewrap: true,
    clearOnComplete: true,
    // The frame owns SIGINT; the bar's own handler would end the process before the work is put away.
    gracefulExit: false,
  });
  let drawn = false;
  return {
    update: (done, note = '') => {
      const payload = { note: plainText(note) };
      if (drawn) bar.update(done, payload);
      else bar.start(options.total ?? 0, done, payload);
      drawn = true;
    },
    stop: () => {
      if (drawn) bar.stop();
    },
  };
}
