import type { SplitPlan } from '../split-plan.ts';
import type { Job, JobResult } from '../work/job.ts';
import type { Workload } from '../work/workload.ts';
import { ChildDiedError } from './child-died-error.ts';
import { JobError } from './job-error.ts';
import type { Runner } from './runner.ts';
import { TrialProcess } from './trial-process.ts';

export interface ChildRunnerOptions {
  /** Child processes, one job each at a time. */
  readonly concurrency: number;
  /** How often a job is tried whose process dies. Default 3. */
  readonly attempts?: number;
}

/** Who else sends SIGKILL, three times in a row. */
const outOfMemory = ' · likely out of memory: run fewer at a time (--concurrency)';

interface Place {
  process: TrialProcess;
  /** Resolves when the process has the table. */
  loaded: Promise<void>;
}

/**
 * Long-lived child processes, one a core: a native crash or an out-of-memory kill costs one try of
 * one job, and the parent's event loop stays free. Places are handed out first come, first served.
 */
export class ChildRunner implements Runner {
  readonly concurrency: number;
  readonly #attempts: number;
  readonly #workload: Workload;
  readonly #splits = new Map<string, SplitPlan>();
  readonly #places: Place[] = [];
  readonly #free: Place[] = [];
  readonly #waiting: ((place: Place) => void)[] = [];
  #lastLoaded = Promise.resolve();
  #disposed = false;

  constructor(workload: Workload, { concurrency, attempts = 3 }: ChildRunnerOptions) {
    this.concurrency = concurrency;
    this.#attempts = attempts;
    this.#workload = workload;
    for (let index = 0; index < concurrency; index += 1) {
      const place = this.#start();
      this.#places.push(place);
      this.#free.push(place);
    }
  }

  /** Process ids of the children that are alive. */
  get pids(): number[] {
    return this.#places.flatMap(({ process: { pid } }) => (pid === undefined ? [] : [pid]));
  }

  addSplit(split: SplitPlan): void {
    this.#splits.set(split.key, split);
  }

  async run<J extends Job>(job: J, signal?: AbortSignal): Promise<JobResult<J>> {
    const split = this.#splits.get(job.splitKey);
    if (!split) throw new RangeError(`split ${job.splitKey} was not added to the runner`);
    const place = await this.#take();
    try {
      signal?.throwIfAborted();
      if (this.#disposed) throw new JobError('the runner is disposed', 0);
      return (await this.#attempt(place, job, split, signal)) as JobResult<J>;
    } finally {
      this.#giveBack(place);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposed = true;
    await Promise.all(this.#places.map(({ process }) => process.kill()));
  }

  async #attempt(
    place: Place,
    job: Job,
    split: SplitPlan,
    signal: AbortSignal | undefined,
  ): Promise<JobResult> {
    const abort = (): void => void place.process.kill();
    for (let attempt = 1; ; attempt += 1) {
      if (!place.process.alive) Object.assign(place, this.#start());
      signal?.addEventListener('abort', abort, { once: true });
      try {
        await place.loaded;
        return await place.process.run(job, split);
      } catch (error) {
        signal?.throwIfAborted();
        const reason = error instanceof Error ? error.message : String(error);
        if (!(error instanceof ChildDiedError))
          throw new JobError(reason, attempt, { cause: error });
        if (attempt < this.#attempts && !this.#disposed) continue;
        const times = attempt === 1 ? 'once' : `${attempt} times`;
        const advice = reason.includes('SIGKILL') ? outOfMemory : '';
        throw new JobError(`${reason} (${times} in a row)${advice}`, attempt, { cause: error });
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    }
  }

  /** One table after the other: until a child has read its copy, the copy lies in this process's memory. */
  #start(): Place {
    const process = new TrialProcess();
    this.#lastLoaded = this.#lastLoaded.then(() => process.load(this.#workload));
    return { process, loaded: this.#lastLoaded };
  }

  #take(): Promise<Place> {
    const place = this.#free.pop();
    if (place) return Promise.resolve(place);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(place: Place): void {
    const next = this.#waiting.shift();
    if (next) next(place);
    else this.#free.push(place);
  }
}
