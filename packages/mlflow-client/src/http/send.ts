import type { Readable } from 'node:stream';

/** One HTTP request as it goes out. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Readable | undefined;
  /** Take a new connection instead of a pooled one. */
  readonly fresh: boolean;
  /** Leave a compressed body compressed. */
  readonly verbatim: boolean;
  readonly signal: AbortSignal;
}

/** Status and headers have arrived; the body is still on its way. */
export interface WireAnswer {
  readonly status: number;
  header(name: string): string | undefined;
  readonly body: Readable;
}

/** Sends one request once. Throws {@link SendFailure} only. */
export type Send = (request: WireRequest) => Promise<WireAnswer>;

/** Why no whole answer came. Internal: it never leaves the http folder. */
export class SendFailure extends Error {
  override readonly name: string = 'SendFailure';
  readonly code: string;
  /** Whether any byte of the request can have reached the server. */
  readonly sent: boolean;
  /** Whether the connection came from the pool. */
  readonly reused: boolean;

  constructor(code: string, reason: string, sent: boolean, reused: boolean) {
    super(reason);
    this.code = code;
    this.sent = sent;
    this.reused = reused;
  }
}
