import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { SplitPlan } from '../split-plan.ts';
import type { Job, JobResult } from '../work/job.ts';
import type { Workload } from '../work/workload.ts';
import { ChildDiedError } from './child-died-error.ts';
import type { FromChild, ToChild } from './messages.ts';

const program = new URL('./child.js', import.meta.url);

/** One child process and the job it is at. */
export class TrialProcess {
  readonly #child: ChildProcess;
  readonly #splits = new Set<string>();
  #stderr = '';
  #failure: Error | undefined;

  constructor() {
    this.#child = fork(program, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [],
    });
    // Without a listener, a process that cannot be started would end this one.
    this.#child.on('error', (error) => {
      this.#failure ??= error;
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = `${this.#stderr}${text}`.slice(-2000);
    });
  }

  /** What all jobs read; before the first of them. Resolves when it is handed over, or the process has ended. */
  load(workload: Workload): Promise<void> {
    return this.#send({ type: 'workload', workload });
  }

  /** Undefined once it has ended. */
  get pid(): number | undefined {
    return this.alive ? this.#child.pid : undefined;
  }

  get alive(): boolean {
    return (
      this.#child.exitCode === null && this.#child.signalCode === null && this.#child.connected
    );
  }

  /** Sends the job, and its split before it if this child has not seen it yet. */
  run(job: Job, split: SplitPlan): Promise<JobResult> {
    return new Promise((resolve, reject) => {
      if (!this.alive) {
        const what = this.#failure ? 'cannot be started' : 'has ended';
        reject(new ChildDiedError(`the process ${what}${this.#lastWords()}`));
        return;
      }
      const onMessage = (message: FromChild): void => {
        stop();
        if (message.type === 'done') resolve(message.result);
        else reject(Object.assign(new Error(message.message), { name: message.name }));
      };
      const onExit = (code: number | null, signal: string | null): void => {
        stop();
        const how = signal ?? `code ${String(code)}`;
        reject(new ChildDiedError(`the process ended with ${how}${this.#lastWords()}`));
      };
      const onError = (error: Error): void => {
        stop();
        reject(new ChildDiedError(`the process cannot be started: ${error.message}`));
      };
      const stop = (): void => {
        this.#child.off('message', onMessage).off('exit', onExit).off('error', onError);
      };
      this.#child.on('message', onMessage).on('exit', onExit).on('error', onError);
      if (!this.#splits.has(split.key)) {
        this.#splits.add(split.key);
        void this.#send({ type: 'split', split });
      }
      void this.#send({ type: 'job', job });
    });
  }

  /** Ends the process at once; resolves when it has ended. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    // One that never started never ends.
    if (this.#child.pid === undefined) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await ended;
  }

  #send(message: ToChild): Promise<void> {
    // A failed send means that the child has ended; 'exit' tells it. Without files to spare there is no channel.
    return new Promise((resolve) => {
      if (this.#child.connected) {
        this.#child.send(message, () => {
          resolve();
        });
      } else setImmediate(resolve); // Why it could not start is told within this turn.
    });
  }

  #lastWords(): string {
    const line = this.#failure?.message ?? this.#stderr.trim().split('\n').at(-1);
    return line ? `: ${line}` : '';
  }
}
