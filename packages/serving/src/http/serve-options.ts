import type { DecisionLog } from '../decisions/decision-log.ts';

/** How a model is served; every limit has a default. */
export interface ServeOptions {
  /** Default `127.0.0.1`: this machine only. */
  readonly host?: string;
  /** Default 8080; 0: any free one. */
  readonly port?: number;
  /**
   * Names that the server answers under besides localhost, `host` and addresses in figures, with or without a port;
   * `*` stands for any letters. Default: none.
   */
  readonly allowedHosts?: readonly string[];
  /** Who has it may ask; without one, everybody who reaches the address. */
  readonly token?: string;
  /** Scoring threads. Default: the cores of the machine. */
  readonly workers?: number;
  /** Requests that may wait for a worker; one more is answered 503. Default 64. */
  readonly queue?: number;
  /** Most bytes of a body; a larger one is answered 413. Default 16 MiB. */
  readonly bodyLimit?: number;
  /**
   * Most bytes of bodies, and of answers that are not read yet, that are held at a time; what comes above is answered
   * 503. Default 64 MiB, or four times `bodyLimit` where that is more.
   */
  readonly heldBytes?: number;
  /** Most rows of a request. Default 100,000. */
  readonly maxRows?: number;
  /** Most connections at a time; more are closed at once. Default 1,000. */
  readonly maxConnections?: number;
  /** Milliseconds for a request's headers. Default 10,000. */
  readonly headersTimeoutMs?: number;
  /** Milliseconds for a whole request to arrive. Default 30,000. */
  readonly requestTimeoutMs?: number;
  /** Milliseconds that a client may stop reading a large answer; then it is cut. Default 30,000. */
  readonly sendTimeoutMs?: number;
  /** Milliseconds for the scoring of one request. Default 60,000, as MLflow has it. */
  readonly scoringTimeoutMs?: number;
  /** Milliseconds between two looks at the alias. Default 10,000. */
  readonly pollMs?: number;
  /** Milliseconds between /ping turning 503 and the end of listening. Default 500. */
  readonly drainMs?: number;
  /** Milliseconds that what was accepted may take once the server ends. Default 30,000. */
  readonly graceMs?: number;
  /** Errors name no field of the model. Default false. */
  readonly terseErrors?: boolean;
  /** pino's level. Default `info`: starts, swaps, refusals and requests that failed. */
  readonly logLevel?: LogLevel;
  /** Where the log lines go. Default: stderr. */
  readonly log?: NodeJS.WritableStream;
  /** Where every decided row is logged before it is given; the caller closes it after the server. Default: nowhere. */
  readonly decisions?: DecisionLog;
  /** Page of the model in MLflow, for the page at `/`. */
  readonly modelUrl?: (identity: { name: string; version: string }) => string;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Options with their defaults. */
export type Settings = Required<Omit<ServeOptions, 'token' | 'modelUrl' | 'decisions'>> &
  Pick<ServeOptions, 'token' | 'modelUrl' | 'decisions'>;

export function settingsOf(options: ServeOptions, cores: number): Settings {
  const { bodyLimit = 16 * 2 ** 20, decisions, token, modelUrl } = options;
  return {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 8080,
    allowedHosts: options.allowedHosts ?? [],
    workers: options.workers ?? Math.max(1, cores),
    queue: options.queue ?? 64,
    bodyLimit,
    heldBytes: options.heldBytes ?? Math.max(64 * 2 ** 20, 4 * bodyLimit),
    maxRows: options.maxRows ?? 100_000,
    maxConnections: options.maxConnections ?? 1000,
    headersTimeoutMs: options.headersTimeoutMs ?? 10_000,
    requestTimeoutMs: options.requestTimeoutMs ?? 30_000,
    sendTimeoutMs: options.sendTimeoutMs ?? 30_000,
    scoringTimeoutMs: options.scoringTimeoutMs ?? 60_000,
    pollMs: options.pollMs ?? 10_000,
    drainMs: options.drainMs ?? 500,
    graceMs: options.graceMs ?? 30_000,
    terseErrors: options.terseErrors ?? false,
    logLevel: options.logLevel ?? 'info',
    log: options.log ?? process.stderr,
    ...(decisions === undefined ? {} : { decisions }),
    ...(token === undefined ? {} : { token }),
    ...(modelUrl === undefined ? {} : { modelUrl }),
  };
}
