import { JobRoom } from '../work/job.ts';
import type { FromChild, ToChild } from './messages.ts';

/**
 * The long-lived child process: synchronous C calls on its main thread, one job at a time.
 * It ends with its parent: a killed parent closes the channel, and between rounds nobody else
 * would notice, so at most the job at hand is finished in vain.
 */
let room: JobRoom | undefined;

function answer(message: FromChild): void {
  process.send?.(message);
}

function handle(message: ToChild): void {
  switch (message.type) {
    case 'workload':
      room = new JobRoom(message.workload);
      return;
    case 'split':
      room?.addSplit(message.split);
      return;
    case 'job':
      if (!room) throw new Error('a job came before the workload');
      answer({ type: 'done', result: room.run(message.job) });
  }
}

process.on('message', (message: ToChild) => {
  try {
    handle(message);
  } catch (error) {
    const { name, message: text } = error instanceof Error ? error : new Error(String(error));
    answer({ type: 'failed', name, message: text });
  }
});
process.on('disconnect', () => {
  process.exit(0);
});
// The parent decides when to end; Ctrl-C and a closed terminal reach the whole process group.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
