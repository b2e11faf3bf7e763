import { OverloadedError } from '../errors/overloaded-error.ts';
import type { ScoringAnswer, ScoringJob } from '../scoring/job.ts';
import type { ModelFacts } from '../scoring/model-facts.ts';
import { ScoreThread, type ThreadOptions } from './score-thread.ts';

/** Size and patience of a pool. */
export interface PoolOptions extends ThreadOptions {
  /** Threads. */
  readonly workers: number;
  /** Jobs that may wait for a thread; one more is refused. */
  readonly queue: number;
  /** Told of each thread that ended without being asked to. */
  readonly onDeath: (error: unknown) => void;
}

interface Queued {
  readonly job: ScoringJob;
  readonly resolve: (answer: ScoringAnswer) => void;
  readonly reject: (error: unknown) => void;
  readonly isGone: () => boolean;
}

const LONGEST_PAUSE_MS = 5000;

/** Threads that score with one model, and the jobs that wait for them. */
export class ScorePool {
  readonly #directory: string;
  readonly #options: PoolOptions;
  readonly #threads = new Set<ScoreThread>();
  readonly #idle: ScoreThread[] = [];
  readonly #queue: Queued[] = [];
  #running = 0;
  #deaths = 0;
  /** Whether the model has been seen to load; before that a thread that fails is not replaced. */
  #proven = false;
  #closing = false;
  #drained: (() => void) | undefined;

  constructor(directory: string, options: PoolOptions) {
    this.#directory = directory;
    this.#options = options;
  }

  /** Jobs that wait for a thread. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Jobs that wait or are being scored. */
  get pending(): number {
    return this.#queue.length + this.#running;
  }

  /**
   * Starts one thread, and the others once it has loaded the model.
   *
   * @throws {ModelRefusedError} · {WorkerDiedError}
   */
  async start(): Promise<ModelFacts> {
    const facts = await this.#add().ready;
    this.startProven(this.#options.workers - 1);
    return facts;
  }

  /** Starts threads for a model that another thread has loaded already; one that fails is replaced. */
  startProven(count = this.#options.workers): void {
    this.#proven = true;
    for (let added = 0; added < count; added++) this.#add();
  }

  /**
   * @param isGone whether nobody waits for the answer any more; such a job is not begun
   * @throws {OverloadedError} at once, when too many wait or the pool is closed · {WorkerDiedError}
   */
  run(job: ScoringJob, isGone = (): boolean => false): Promise<ScoringAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#closing) {
        reject(new OverloadedError('the server is ending'));
        return;
      }
      if (this.#idle.length === 0 && this.#queue.length >= this.#options.queue) {
        reject(new OverloadedError('too many requests wait'));
        return;
      }
      this.#queue.push({ job, resolve, reject, isGone });
      this.#next();
    });
  }

  /** Lets go of jobs that wait and whose client has gone, bodies and all. */
  dropGone(): void {
    for (let at = this.#queue.length - 1; at >= 0; at--) {
      const queued = this.#queue[at];
      if (queued?.isGone() !== true) continue;
      this.#queue.splice(at, 1);
      queued.reject(new Error('the client has gone'));
    }
  }

  /** Waits for every job, then ends the threads. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.pending > 0) {
      await new Promise<void>((resolve) => {
        this.#drained = resolve;
      });
    }
    // A thread that is ended while it loads its model leaves the model behind.
    await Promise.allSettled([...this.#threads].map(({ ready }) => ready));
    await this.destroy();
  }

  /** Ends the threads at once; what they hold fails. */
  async destroy(): Promise<void> {
    this.#closing = true;
    for (const { reject } of this.#queue.splice(0))
      reject(new OverloadedError('the server is ending'));
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
  }

  #add(): ScoreThread {
    const thread = new ScoreThread(this.#directory, this.#options);
    this.#threads.add(thread);
    void thread.ready.then(
      () => {
        this.#deaths = 0;
        this.#idle.push(thread);
        this.#next();
      },
      () => undefined,
    );
    void thread.ended.then(() => {
      this.#buried(thread);
    });
    return thread;
  }

  #buried(thread: ScoreThread): void {
    this.#threads.delete(thread);
    const at = this.#idle.indexOf(thread);
    if (at >= 0) this.#idle.splice(at, 1);
    if (this.#closing) return;
    thread.ready.then(
      () => {
        this.#options.onDeath(new Error('a worker ended'));
        this.#replace();
      },
      (error: unknown) => {
        if (!this.#proven) return;
        this.#options.onDeath(error);
        this.#replace();
      },
    );
  }

  #replace(): void {
    // The first at once; what dies again and again must not take the machine.
    const pause = this.#deaths === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, 100 * 2 ** this.#deaths);
    this.#deaths += 1;
    setTimeout(() => {
      if (!this.#closing) this.#add();
    }, pause).unref();
  }

  #next(): void {
    while (this.#idle.length > 0) {
      const queued = this.#queue.shift();
      if (queued === undefined) break;
      if (queued.isGone()) {
        queued.reject(new Error('the client has gone'));
        continue;
      }
      const thread = this.#idle.pop();
      if (thread !== undefined) void this.#runOn(thread, queued);
    }
    if (this.pending === 0) this.#drained?.();
  }

  async #runOn(thread: ScoreThread, { job, resolve, reject }: Queued): Promise<void> {
    this.#running += 1;
    try {
      resolve(await thread.run(job));
    } catch (error) {
      reject(error);
    }
    this.#running -= 1;
    if (thread.alive) this.#idle.push(thread);
    this.#next();
  }
}
