/** The thread in which trainAsync() runs one job. It ends when the job has ended. */
import { parentPort } from 'node:worker_threads';
import { Booster } from '../booster/booster.ts';
import type { Callback, EvalHistory } from '../callbacks/callback.ts';
import { freeNativeObjects, nativeObjects } from '../capi/index.ts';
import { train } from '../train/train.ts';
import { sendError } from './error-transfer.ts';
import type { SentError } from './error-transfer.ts';
import { threadInput } from './library-thread.ts';
import { matrixOf } from './train-job.ts';
import type { JobResult, RoundReport, TrainJob } from './train-job.ts';

/** What the thread is started with. */
export interface WorkerInput {
  job: TrainJob;
  /** Not 0: the caller wants the training to stop. */
  abort: Int32Array<SharedArrayBuffer>;
}

/** What the thread sends. */
export type WorkerMessage =
  | { kind: 'round'; report: RoundReport }
  | { kind: 'result'; result: JobResult }
  | { kind: 'error'; error: SentError };

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

function latest(history: EvalHistory): RoundReport['scores'] {
  const entries = Object.entries(history).map(([data, metrics]) => {
    const scores = Object.entries(metrics).map(
      ([metric, values]) => [metric, values.at(-1) ?? NaN] as const,
    );
    return [data, Object.fromEntries(scores)] as const;
  });
  return Object.fromEntries(entries);
}

function runJob({ job, abort }: WorkerInput): JobResult {
  const controller = new AbortController();
  const reporter: Callback = {
    afterIteration({ history }, round) {
      send({ kind: 'round', report: { round, scores: latest(history) } });
      if (Atomics.load(abort, 0) !== 0) controller.abort();
      return false;
    },
  };
  const data = matrixOf(job.data);
  const evals = (job.evals ?? []).map((set) => ({ name: set.name, data: matrixOf(set.data) }));
  const from = job.continueFrom === undefined ? undefined : Booster.fromBuffer(job.continueFrom);
  const { booster, history, rounds, bestIteration, bestScore } = train(job.params, data, {
    rounds: job.rounds,
    evals,
    callbacks: [reporter],
    signal: controller.signal,
    ...(job.earlyStopping === undefined ? {} : { earlyStopping: job.earlyStopping }),
    ...(from === undefined ? {} : { continueFrom: from }),
  });
  return {
    model: booster.toBuffer(),
    history,
    rounds,
    ...(bestIteration === undefined ? {} : { bestIteration }),
    ...(bestScore === undefined ? {} : { bestScore }),
  };
}

try {
  send({ kind: 'result', result: runJob(threadInput({ hearsLog: true }) as WorkerInput) });
} catch (error) {
  send({ kind: 'error', error: sendError(error) });
} finally {
  freeNativeObjects(nativeObjects());
}
