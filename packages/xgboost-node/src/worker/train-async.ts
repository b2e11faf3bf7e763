import { Booster } from '../booster/booster.ts';
import type { EvalHistory } from '../callbacks/callback.ts';
import { TrainingAbortedError } from '../errors/training-aborted-error.ts';
import { XGBoostNodeError } from '../errors/xgboost-node-error.ts';
import type { TrainResult } from '../train/train-options.ts';
import { receiveError } from './error-transfer.ts';
import { LibraryThread } from './library-thread.ts';
import type { JobResult, RoundReport, TrainJob } from './train-job.ts';
import type { WorkerInput, WorkerMessage } from './train-worker.ts';

export interface TrainAsyncOptions {
  /** Stops the training after the round that is running. */
  signal?: AbortSignal;
  /** Called after every round. */
  onRound?: (report: RoundReport) => void;
}

function toTrainResult({ model, history, ...rest }: JobResult): TrainResult {
  const booster = Booster.fromBuffer(model);
  return {
    ...rest,
    booster,
    history: Object.assign(Object.create(null) as EvalHistory, history),
    [Symbol.dispose]: () => {
      booster.dispose();
    },
  };
}

function runWorker(input: WorkerInput, onRound: TrainAsyncOptions['onRound']): Promise<JobResult> {
  return new Promise((resolve, reject) => {
    const worker = new LibraryThread(new URL('./train-worker.js', import.meta.url), input);
    worker.on('message', (message: WorkerMessage) => {
      try {
        if (message.kind === 'round') onRound?.(message.report);
        else if (message.kind === 'result') resolve(message.result);
        else reject(receiveError(message.error));
      } catch (error) {
        // The caller's onRound threw: its error is the answer, and the training is of no use any more.
        Atomics.store(input.abort, 0, 1);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    worker.on('error', reject);
    // After a result or an error this changes nothing.
    worker.on('exit', (code) => {
      reject(
        new XGBoostNodeError(
          `the training thread ended with code ${code} before its job was done; run the job again`,
        ),
      );
    });
  });
}

/**
 * Trains in a thread of its own, so that this one stays responsive. Jobs run at the same time do not
 * disturb each other: each thread has its own library state, and a job gives the same model to the
 * last bit as train(). Set `nthread` to the processors divided by the jobs run at once.
 * Log lines of the thread do not reach this one's onLog(): warnings become Node warnings there, others go to stderr.
 *
 * @returns as train(); the booster belongs to the calling thread.
 * @throws what train() throws, and TrainingAbortedError with the signal's reason as cause.
 */
export async function trainAsync(
  job: TrainJob,
  options: TrainAsyncOptions = {},
): Promise<TrainResult> {
  const { signal, onRound } = options;
  if (signal?.aborted === true) throw new TrainingAbortedError(0, { cause: signal.reason });
  const abort = new Int32Array(new SharedArrayBuffer(4));
  const onAbort = (): void => {
    Atomics.store(abort, 0, 1);
  };
  signal?.addEventListener('abort', onAbort);
  try {
    return toTrainResult(await runWorker({ job, abort }, onRound));
  } catch (error) {
    if (!(error instanceof TrainingAbortedError)) throw error;
    throw new TrainingAbortedError(error.rounds, { cause: signal?.reason });
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}
