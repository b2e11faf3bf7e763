import { STATUS_CODES } from 'node:http';
import type { BadOutcome } from './outcome.ts';

/** What is told of requests that are sent again and again. */
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
  /** When each request that is being sent again failed first. */
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
    if (this.#told !== undefined || now - since + waitMs < WORTH_A_WORD_MS) return;
    this.#told = since;
    this.#tell({ state: 'waiting', reason: reasonOf(outcome), leftMs });
  }

  /** `request` has ended; where it was answered and no other waits, the trouble is over. */
  ended(
    request: object,
    { now, answered }: { readonly now: number; readonly answered: boolean },
  ): void {
    if (!this.#since.delete(request) || this.#since.size > 0 || this.#told === undefined) return;
    const afterMs = now - this.#told;
    this.#told = undefined;
    if (answered) this.#tell({ state: 'over', afterMs });
  }
}

function reasonOf(outcome: BadOutcome): string {
  if (outcome.kind === 'failure') return outcome.reason;
  return `HTTP ${outcome.status} ${STATUS_CODES[outcome.status] ?? ''}`.trim();
}
