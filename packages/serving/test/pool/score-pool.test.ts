import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ScorePool } from '../../src/pool/score-pool.ts';
import { threadHeap } from '../../src/pool/thread-heap.ts';
import type { ScoringJob } from '../../src/scoring/job.ts';
import { sharedModel } from '../support/shared-model.ts';

const model = sharedModel();
const heap = threadHeap(16 * 2 ** 20);

function job(rows: number): ScoringJob {
  const records = Array.from({ length: rows }, () => ({ n: 1, region: 'north', children: 1 }));
  const body = new TextEncoder().encode(JSON.stringify({ dataframe_records: records }));
  return { kind: 'invocations', format: 'json', body, maxRows: 1e6, terse: false, top: 5 };
}

test('close answers what was taken on, in order, and then refuses', async () => {
  const pool = new ScorePool(model(), {
    workers: 2,
    queue: 100,
    timeoutMs: 60_000,
    heap,
    onDeath: () => undefined,
  });
  const facts = await pool.start();
  expect(facts.features.map(({ name }) => name)).toEqual(['n', 'region', 'children']);
  const answers = Array.from({ length: 20 }, (_, i) => pool.run(job(i + 1)));
  expect(pool.pending).toBe(20);
  await pool.close();
  expect((await Promise.all(answers)).map(({ rows }) => rows)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
  await expect(pool.run(job(1))).rejects.toMatchObject({ name: 'OverloadedError' });
});

test('a thread that dies fails its own job only', async () => {
  const deaths: unknown[] = [];
  const pool = new ScorePool(model(), {
    workers: 1,
    queue: 100,
    timeoutMs: 200,
    heap,
    onDeath: (error) => deaths.push(error),
  });
  await pool.start();
  const slow = pool.run(job(400_000));
  const after = pool.run(job(2));
  await expect(slow).rejects.toMatchObject({ name: 'WorkerDiedError', why: 'timed out' });
  expect((await after).rows).toBe(2);
  expect(deaths).toHaveLength(1);
  await pool.close();
});

test('a fault of ours is an error of that job, and the thread goes on', async () => {
  const pool = new ScorePool(model(), {
    workers: 1,
    queue: 100,
    timeoutMs: 60_000,
    heap,
    onDeath: () => undefined,
  });
  await pool.start();
  // No bytes at all: nothing that a request can bring about.
  const broken = { ...job(1), body: {} as Uint8Array };
  await expect(pool.run(broken)).rejects.toThrow();
  expect((await pool.run(job(3))).rows).toBe(3);
  await pool.close();
});

test('what waits for a client that has gone is let go, and makes room', async () => {
  const pool = new ScorePool(model(), {
    workers: 1,
    queue: 1,
    timeoutMs: 60_000,
    heap,
    onDeath: () => undefined,
  });
  await pool.start();
  let gone = false;
  const first = pool.run(job(5000));
  const waiting = pool.run(job(1), () => gone);
  await expect(pool.run(job(1))).rejects.toMatchObject({ name: 'OverloadedError' });
  gone = true;
  pool.dropGone();
  expect(pool.waiting).toBe(0);
  const next = pool.run(job(2));
  await expect(waiting).rejects.toThrow('has gone');
  expect((await next).rows).toBe(2);
  expect((await first).rows).toBe(5000);
  await pool.close();
});

test('a job that takes more memory than a thread may have fails alone', async () => {
  const deaths: unknown[] = [];
  const pool = new ScorePool(model(), {
    workers: 1,
    queue: 100,
    timeoutMs: 60_000,
    heap: { ...heap, limits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 40 } },
    onDeath: (error) => deaths.push(error),
  });
  await pool.start();
  // 3 MB of text, and thirty times as much once they are objects.
  const body = new TextEncoder().encode(`{"instances":[${'{},'.repeat(1_000_000)}{}]}`);
  const greedy = pool.run({ ...job(1), body });
  const after = pool.run(job(2));
  await expect(greedy).rejects.toMatchObject({ name: 'WorkerDiedError', why: 'out of memory' });
  expect((await after).rows).toBe(2);
  expect(deaths).toHaveLength(1);
  await pool.close();
});

test('a model that does not load is the error of start', async () => {
  const pool = new ScorePool(join(model(), 'nothing'), {
    workers: 3,
    queue: 1,
    timeoutMs: 60_000,
    heap,
    onDeath: () => undefined,
  });
  await expect(pool.start()).rejects.toMatchObject({
    name: 'ModelRefusedError',
    message: expect.stringContaining('MLmodel'),
  });
  await pool.destroy();
});
