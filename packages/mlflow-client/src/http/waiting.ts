import { STATUS_CODES } from 'node:http';
import type { BadOutcome } from './outcome.ts';

/** What is told of requests that wait for an answer, or are sent again and again. */
export type WaitingEvent =
  | {
      readonly state: 'waiting';
      /** What the server answered, or why it could not be asked; one line, free of secrets. */
      readonly reason: string;
      /** Milliseconds until the first request is given up. */
      readonly leftMs: number;
    }
  | {
      readonly state: 'over';
      /** Milliseconds since the first attempt that failed. */
      readonly afterMs: number;
    };

/** A shorter trouble is not worth a word. */
const WORTH_A_WORD_MS = 3000;

/** Tells once of each trouble with the server that lasts, and of its end. Shared by all requests of a client. */
export class Waiting {
  readonly #tell: (event: WaitingEvent) => void;
  /** When each request that has to wait failed first, or was heard of last. */
  readonly #since = new Map<object, number>();
  #told: number | undefined;

  constructor(tell: (event: WaitingEvent) => void) {
    this.#tell = tell;
  }

  /** `request` has failed, and pauses before it is sent again. */
  pauses(
    request: object,
    outcome: BadOutcome,
    {
      now,
      waitMs,
      leftMs,
    }: { readonly now: number; readonly waitMs: number; readonly leftMs: number },
  ): void {
    const since = this.#since.get(request) ?? now;
    this.#since.set(request, since);
    if (now - since + waitMs >= WORTH_A_WORD_MS) this.#waits(since, reasonOf(outcome), leftMs);
  }

  /** `request` has been sent, and nothing has come or gone for `silentMs`. */
  silent(
    request: object,
    {
      now,
      silentMs,
      leftMs,
    }: { readonly now: number; readonly silentMs: number; readonly leftMs: number },
  ): void {
    const since = this.#since.get(request) ?? now - silentMs;
    this.#since.set(request, since);
    this.#waits(since, `no answer for ${Math.round(silentMs / 1000)} s`, leftMs);
  }

  #waits(since: number, reason: string, leftMs: number): void {
    if (this.#told !== undefined) return;
    this.#told = since;
    this.#tell({ state: 'waiting', reason, leftMs });
  }

  /** `request` has ended; where it was answered and no other waits, the trouble is over. One that was given up leaves it. */
  ended(
    request: object,
    { now, answered }: { readonly now: number; readonly answered: boolean },
  ): void {
    this.#since.delete(request);
    if (!answered || this.#since.size > 0 || this.#told === undefined) return;
    const afterMs = now - this.#told;
    this.#told = undefined;
    this.#tell({ state: 'over', afterMs });
  }
}

function reasonOf(outcome: BadOutcome): string {
  if (outcome.kind === 'failure') return outcome.reason;
  return `HTTP ${outcome.status} ${STATUS_CODES[outcome.status] ?? ''}`.trim();
}
