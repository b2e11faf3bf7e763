// A job that takes the library minutes is given half a second; then the process ends while that still goes on.
import { argv, exit } from 'node:process';
import { leaveLibraryThreads } from '@xgflow/model';
import { ScorePool } from '../../dist/pool/score-pool.js';
import { threadHeap } from '../../dist/pool/thread-heap.js';

const COLUMNS = 12;
const row = `[${Array.from({ length: COLUMNS }, (_, at) => at / COLUMNS).join(',')}]`;
const body = new TextEncoder().encode(`{"instances":[${`${row},`.repeat(50_000)}${row}]}`);
const heap = threadHeap(16 * 2 ** 20);
const pool = new ScorePool(argv[2], {
  workers: 1,
  queue: 1,
  timeoutMs: 1500,
  heap,
  onDeath: () => undefined,
});
await pool.start();
const job = { kind: 'explain', format: 'json', body, maxRows: 1e6, terse: false, top: 5 };
const { why } = await pool.run(job).catch((error) => error);
process.on('exit', leaveLibraryThreads);
process.stdout.write(`${why}, pending ${pool.pending}\n`);
exit(7);
