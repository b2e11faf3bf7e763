import type { PoolOptions } from '../pool/score-pool.ts';
import { Generation } from './generation.ts';
import type { ModelSource } from './model-source.ts';

/** What happens to a served model. */
export interface LiveModelEvents {
  /** Another version answers from now on. */
  onSwap(generation: Generation): void;
  /** A version was not taken; the one before goes on. */
  onRefused(version: string, error: unknown): void;
  /** The registry could not be asked, or has no such alias. Told once per trouble. */
  onPollFailure(error: unknown): void;
}

/** A served model: the version that answers now, and the watch over its alias. */
export class LiveModel {
  readonly #source: ModelSource;
  readonly #pool: PoolOptions;
  readonly #events: LiveModelEvents;
  readonly #stop = new AbortController();
  #current: Generation;
  #refused: string | undefined;
  #troubled = false;
  #timer: NodeJS.Timeout | undefined;
  #checking: Promise<void> = Promise.resolve();
  /** Versions that still answer what they had taken on. */
  readonly #leaving = new Set<Generation>();

  private constructor(
    source: ModelSource,
    pool: PoolOptions,
    parts: { events: LiveModelEvents; first: Generation },
  ) {
    this.#source = source;
    this.#pool = pool;
    this.#events = parts.events;
    this.#current = parts.first;
  }

  /** Fetches and loads the model. @throws what fetching and loading throw */
  static async start(
    source: ModelSource,
    pool: PoolOptions,
    options: { events: LiveModelEvents; signal?: AbortSignal },
  ): Promise<LiveModel> {
    const resolved = await source.fetch(options.signal);
    const first = await Generation.first(source.uri, resolved, pool);
    return new LiveModel(source, pool, { events: options.events, first });
  }

  get current(): Generation {
    return this.#current;
  }

  /** Looks every so often where the alias points; nothing for a source that does not change. */
  watch(intervalMs: number): void {
    if (this.#source.version === undefined) return;
    this.#timer = setTimeout(() => {
      this.#checking = this.check().finally(() => {
        if (!this.#stop.signal.aborted) this.watch(intervalMs);
      });
    }, intervalMs).unref();
  }

  /** Looks now, and swaps when the alias has moved. Never rejects. */
  async check(): Promise<void> {
    const { signal } = this.#stop;
    try {
      const version = await this.#source.version?.(signal);
      if (version === undefined) throw new Error(`${this.#source.uri} names no version any more`);
      this.#troubled = false;
      if (version !== this.#refused) this.#refused = undefined;
      if (version === this.#refused || version === this.#current.identity.version) return;
      await this.#swap(version);
    } catch (error) {
      if (signal.aborted) return;
      if (!this.#troubled) this.#events.onPollFailure(error);
      this.#troubled = true;
    }
  }

  async #swap(version: string): Promise<void> {
    const { signal } = this.#stop;
    const resolved = await this.#source.fetch(signal);
    let next: Generation;
    try {
      next = await Generation.next(this.#source.uri, resolved, this.#pool);
    } catch (error) {
      this.#refused = resolved.version ?? version;
      this.#events.onRefused(this.#refused, error);
      return;
    }
    if (signal.aborted) {
      await next.destroy();
      return;
    }
    const before = this.#current;
    this.#current = next;
    this.#events.onSwap(next);
    this.#leaving.add(before);
    void before.close().finally(() => this.#leaving.delete(before));
  }

  /** Stops watching and frees everything; what is still being scored, nobody waits for. */
  async close(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#timer);
    await this.#checking;
    const all = [...this.#leaving, this.#current];
    await Promise.all(all.map((generation) => generation.destroy()));
  }
}
