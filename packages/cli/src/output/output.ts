import type { Explanation } from '../errors/explain.ts';
import { plainJson, plainText } from './plain-text.ts';
import {
  barProgress,
  lineProgress,
  silentProgress,
  type Progress,
  type ProgressOptions,
} from './progress.ts';
import { scrubber } from './scrub.ts';
import { startSpinner } from './spinner.ts';
import { styleFor, type Style } from './style.ts';
import { renderTable, type TableContent } from './table.ts';
import { windowWidth, type Terminal } from './window.ts';

/** Where an Output writes, and how. */
export interface OutputOptions {
  readonly json: boolean;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The only way a command writes: data goes to stdout, everything else to stderr. With `--json` stdout carries
 * exactly one JSON document (or one per line where a command says so), also for an error.
 */
export class Output {
  readonly json: boolean;
  /** Styles for text that `result` prints. */
  readonly style: Style;
  readonly #stdout: Terminal;
  readonly #stderr: Terminal;
  readonly #noteStyle: Style;
  readonly #scrub: (text: string) => string;
  /** Bars and spinners on the terminal's last line. */
  readonly #drawn = new Set<{ stop(): void }>();

  constructor(options: OutputOptions) {
    this.json = options.json;
    this.#stdout = options.stdout;
    this.#stderr = options.stderr;
    this.style = styleFor(options.stdout, options.env);
    this.#noteStyle = styleFor(options.stderr, options.env);
    this.#scrub = scrubber(options.env);
  }

  /** The command's answer: `value` with `--json`, else the text that `render` makes (ends without a line break). */
  result(value: unknown, render: () => string): void {
    this.data(this.json ? plainJson(value) : render());
  }

  /** Lines of data as they are, for a command whose output is text. */
  data(text: string): void {
    this.#stdout.write(`${this.#scrub(text)}\n`);
  }

  /** A table that fits stdout's window, as text for `result`. */
  table(content: TableContent): string {
    const { style } = this;
    return renderTable(content, {
      width: windowWidth(this.#stdout),
      title: (text) => style.bold(text),
    });
  }

  /** What is going on, for the person watching; one line on stderr. Nothing with `--json`. */
  note(text: string): void {
    if (!this.json) this.#line(plainText(text));
  }

  /** Something the user should look at; one line on stderr, also with `--json`. */
  warn(text: string): void {
    this.#line(`${this.#noteStyle.yellow('!')} ${plainText(text)}`);
  }

  /** A bar on a terminal, lines elsewhere, nothing with `--json`. Notes meanwhile stand above it; stop it before data. */
  progress(options: ProgressOptions): Progress {
    if (this.json) return silentProgress;
    return this.#stderr.isTTY === true && options.total !== undefined
      ? this.#draw(barProgress(options, this.#stderr))
      : lineProgress(options, (text) => {
          this.#line(text);
        });
  }

  /** Runs `work` with a spinner (a plain line where there is no terminal, nothing with `--json`). */
  async during<T>(text: string, work: () => Promise<T>): Promise<T> {
    if (this.json) return work();
    const spinner = this.#draw(startSpinner(plainText(text), this.#stderr));
    try {
      return await work();
    } finally {
      spinner.stop();
    }
  }

  /** One error: a line on stderr, or `{"error":{code,message,hint}}` on stdout with `--json`. */
  error({ code, message, hint }: Explanation): void {
    if (this.json) this.data(plainJson({ error: { code, message, hint } }));
    else
      this.#line(
        `${this.#noteStyle.red('✗')} ${[message, hint ?? ''].filter(Boolean).join(' · ')}`,
      );
  }

  /** Stack traces of an error and its causes, on stderr: `--debug`. */
  debug(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    for (const line of text.split('\n')) this.#line(plainText(line));
  }

  #line(text: string): void {
    // What is drawn is wiped, and comes again below.
    const wiped = this.#stderr.isTTY === true && this.#drawn.size > 0 ? '\r\u001b[K' : '';
    this.#stderr.write(`${wiped}${this.#scrub(text)}\n`);
  }

  #draw<Drawn extends { stop(): void }>(drawn: Drawn): Drawn {
    this.#drawn.add(drawn);
    const stop = (): void => {
      this.#drawn.delete(drawn);
      drawn.stop();
    };
    return { ...drawn, stop };
  }
}
