// The program of one scoring thread: loads its model, then answers job after job.
import { parentPort, workerData } from 'node:worker_threads';
import { answerJob } from '../scoring/answer-job.ts';
import { loadModel } from '../scoring/load-model.ts';
import type { JobMessage, WorkerInput, WorkerMessage } from './messages.ts';

const { directory } = workerData as WorkerInput;
const send = (message: WorkerMessage): void => parentPort?.postMessage(message);

try {
  const { predictor, facts } = await loadModel(directory);
  parentPort?.on('message', ({ id, job }: JobMessage) => {
    answerJob(predictor, job).then(
      (answer) => {
        send({ kind: 'answer', id, answer });
      },
      (error: unknown) => {
        // What is not a refusal is a fault of ours; the answer must not show it.
        send({
          kind: 'failed',
          id,
          message: error instanceof Error ? error.message : String(error),
        });
      },
    );
  });
  send({ kind: 'ready', facts });
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  send({ kind: 'refused', error: { name, message } });
  parentPort?.close();
}
