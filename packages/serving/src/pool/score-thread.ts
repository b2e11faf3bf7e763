import { freeNativeObjects, LibraryThread, type NativeObject } from '@xgflow/model';
import { WorkerDiedError } from '../errors/worker-died-error.ts';
import { ModelRefusedError } from '../errors/model-refused-error.ts';
import type { ScoringAnswer, ScoringJob } from '../scoring/job.ts';
import type { ModelFacts } from '../scoring/model-facts.ts';
import type { ThreadHeap } from './thread-heap.ts';
import type { JobMessage, WorkerInput, WorkerMessage } from './messages.ts';

// Built code: the folder is two levels below the package both in src/ and in dist/.
const PROGRAM = new URL('../../dist/pool/score-worker.js', import.meta.url);

interface Waiting {
  readonly resolve: (answer: ScoringAnswer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** What a thread may use. */
export interface ThreadOptions {
  /** Milliseconds after which it is ended when it does not answer. */
  readonly timeoutMs: number;
  readonly heap: ThreadHeap;
}

/** One scoring thread, which takes one job at a time. */
export class ScoreThread {
  /** Resolves when the model is loaded and has predicted its example. Rejects with ModelRefusedError. */
  readonly ready: Promise<ModelFacts>;
  /** Resolves when the thread has ended, for whatever reason. */
  readonly ended: Promise<void>;
  readonly #worker: LibraryThread;
  readonly #timeoutMs: number;
  #waiting: Waiting | undefined;
  #id = 0;
  #failure: unknown;
  /** Its model outside the heap, which a thread that is terminated leaves behind. */
  #natives: readonly NativeObject[] = [];
  #timedOut = false;
  #alive = true;

  constructor(directory: string, { timeoutMs, heap }: ThreadOptions) {
    this.#timeoutMs = timeoutMs;
    const input: WorkerInput = { directory, sweptOver: heap.sweptOver };
    this.#worker = new LibraryThread(PROGRAM, input, heap.limits);
    this.#worker.once('exit', () => {
      this.#alive = false;
    });
    this.ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'ready') {
          this.#natives = message.natives;
          resolve(message.facts);
        } else if (message.kind === 'refused') {
          reject(new ModelRefusedError(message.error.message));
        } else {
          this.#settle(message);
        }
      });
      this.#worker.once('exit', () => {
        reject(this.#death());
      });
    });
    // Whoever does not wait for it learns of the end by `ended`.
    this.ready.catch(() => undefined);
    this.#worker.on('error', (error) => {
      this.#failure = error;
    });
    this.ended = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        const waiting = this.#take();
        waiting?.reject(this.#death());
        freeNativeObjects(this.#natives);
        resolve();
      });
    });
  }

  /** Whether it may still be given jobs. */
  get alive(): boolean {
    return this.#alive;
  }

  /** Scores one job; call it only when the last one is answered. @throws {WorkerDiedError} */
  run(job: ScoringJob): Promise<ScoringAnswer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#timedOut = true;
        this.#alive = false;
        void this.#worker.terminate();
        // A call of the library is not broken off: the thread ends after it, perhaps much later.
        this.#take()?.reject(this.#death());
      }, this.#timeoutMs);
      this.#waiting = { resolve, reject, timer };
      this.#id += 1;
      const { buffer, byteLength } = job.body;
      // A body that has its memory to itself is handed over, not copied.
      const whole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
      const message: JobMessage = { id: this.#id, job };
      this.#worker.postMessage(message, whole ? [buffer] : []);
    });
  }

  /** Ends the thread; what it holds fails. */
  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(): Waiting | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    clearTimeout(waiting?.timer);
    return waiting;
  }

  #settle(message: Extract<WorkerMessage, { kind: 'answer' | 'failed' }>): void {
    if (message.id !== this.#id) return;
    const waiting = this.#take();
    if (message.kind === 'answer') waiting?.resolve(message.answer);
    else waiting?.reject(new Error(message.message));
  }

  #death(): WorkerDiedError {
    const { code, message = 'it ended' } = (this.#failure ?? {}) as Partial<NodeJS.ErrnoException>;
    const outOfMemory = code === 'ERR_WORKER_OUT_OF_MEMORY';
    const why = this.#timedOut ? 'timed out' : outOfMemory ? 'out of memory' : 'failed';
    const what = this.#timedOut ? `no answer within ${this.#timeoutMs / 1000} s` : message;
    return new WorkerDiedError(what, { why, cause: this.#failure });
  }
}
