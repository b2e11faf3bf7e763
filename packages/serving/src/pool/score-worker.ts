// The program of one scoring thread: loads its model, then answers job after job.
import { parentPort } from 'node:worker_threads';
import { nativeObjects, threadInput } from '@xgflow/model';
import { answerJob } from '../scoring/answer-job.ts';
import type { ScoringJob } from '../scoring/job.ts';
import { loadModel, type LoadedModel } from '../scoring/load-model.ts';
import { heapSweeper } from './heap-sweeper.ts';
import type { JobMessage, WorkerInput, WorkerMessage } from './messages.ts';

const encoder = new TextEncoder();

function send(message: WorkerMessage, handedOver: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, handedOver);
}

async function answer({ predictor }: LoadedModel, id: number, job: ScoringJob): Promise<void> {
  try {
    const { body, ...rest } = await answerJob(predictor, job);
    const bytes = typeof body === 'string' ? encoder.encode(body) : body;
    send({ kind: 'answer', id, answer: { ...rest, body: bytes } }, [bytes.buffer]);
  } catch (error) {
    // What is not a refusal is a fault of ours; the answer must not show it.
    send({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
}

try {
  const { directory, sweptOver } = threadInput() as WorkerInput;
  const sweep = heapSweeper(sweptOver);
  const model = await loadModel(directory);
  parentPort?.on('message', ({ id, job }: JobMessage) => {
    void answer(model, id, job).then(sweep);
  });
  send({ kind: 'ready', facts: model.facts, natives: nativeObjects() });
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  send({ kind: 'refused', error: { name, message } });
  parentPort?.close();
}
