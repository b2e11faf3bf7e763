import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
// What starts a process runs on dist/.
import { ChildRunner } from '../../../dist/sweep/runner/child-runner.js';
import { planSplit } from '../../../src/sweep/split-plan.ts';
import type { SplitPlan } from '../../../src/sweep/split-plan.ts';
import { JobRoom } from '../../../src/sweep/work/job.ts';
import type { TrialJob } from '../../../src/sweep/work/job.ts';
import type { Workload } from '../../../src/sweep/work/workload.ts';

const rows = 400;
const values = Float64Array.from({ length: rows }, (_, row) => Math.sin(row * 12.9898) * 10);
const noise = Float64Array.from({ length: rows }, (_, row) => Math.cos(row * 78.233));
const labels = values.map((value, row) => (value + (noise[row] ?? 0) * 8 > 0 ? 1 : 0));
const workload: Workload = {
  task: 'binary',
  columns: [
    { name: 'value', values, type: 'float' },
    { name: 'noise', values: noise, type: 'float' },
  ],
  labels,
};
const split: SplitPlan = planSplit(labels, { testSize: 0.25, seed: 3, stratify: true, folds: 3 });
const trial = (overrides: Partial<TrialJob['fit']> = {}): TrialJob => ({
  kind: 'trial',
  splitKey: split.key,
  treatment: {},
  fit: {
    params: {
      objective: 'binary:logistic',
      subsample: 0.7,
      seed: 5,
      nthread: 1,
      eval_metric: ['auc', 'logloss'],
    },
    rounds: 20,
    ...overrides,
  },
  settings: { scoring: 'roc_auc', earlyStopping: { metric: 'logloss', rounds: 5 } },
});
const endless: TrialJob = { ...trial({ rounds: 10_000_000 }), settings: { scoring: 'roc_auc' } };

let runner: ChildRunner;
beforeAll(() => {
  runner = new ChildRunner(workload, { concurrency: 2 });
  runner.addSplit(split);
});
afterAll(async () => {
  await runner[Symbol.asyncDispose]();
});

describe('jobs in child processes', () => {
  test('give what the same job gives in this process, in any order', async () => {
    using room = new JobRoom(workload);
    room.addSplit(split);
    const depths = [2, 3, 4, 5];
    const jobs = depths.map((max_depth) => trial({ params: { ...trial().fit.params, max_depth } }));
    const outcomes = await Promise.all(jobs.map((job) => runner.run(job)));
    for (const [index, job] of jobs.entries()) {
      const here = room.run(job);
      expect(outcomes[index]).toMatchObject({ ...here, seconds: expect.any(Number) });
    }
  });

  test('a refit is the same model bytes in every process', async () => {
    const job = { ...trial(), kind: 'refit', seed: 1 } as const;
    const [one, two] = await Promise.all([runner.run(job), runner.run(job)]);
    expect(Buffer.compare(one.model, two.model)).toBe(0);
    expect(one.metrics).toEqual(two.metrics);
    expect(one.rounds).toBeGreaterThan(0);
  });

  test('what libxgboost refuses fails that job alone', async () => {
    const bad = trial({ params: { ...trial().fit.params, max_depth: -3 } });
    await expect(runner.run(bad)).rejects.toMatchObject({ name: 'JobError', attempts: 1 });
    await expect(runner.run(trial())).resolves.toHaveProperty('foldScores.length', 3);
  });

  test('a table that libxgboost refuses fails every job with the reason', async () => {
    const [first, second] = workload.columns;
    const infinite = { ...first!, values: values.with(7, 1e39) };
    await using refusing = new ChildRunner(
      { ...workload, columns: [infinite, second!] },
      { concurrency: 1 },
    );
    refusing.addSplit(split);
    for (const job of [trial(), trial()]) {
      await expect(refusing.run(job)).rejects.toThrow(/row 7, column 0 \("value"\) is 1e\+39/u);
    }
  });

  test('a process that dies costs one attempt; a job that always kills it fails after three', async () => {
    await using fragile = new ChildRunner(workload, { concurrency: 1 });
    fragile.addSplit(split);
    const timer = setInterval(() => {
      for (const pid of fragile.pids) process.kill(pid, 'SIGKILL');
    }, 300);
    const lost = fragile.run(endless);
    await expect(lost).rejects.toMatchObject({
      name: 'JobError',
      attempts: 3,
      message: expect.stringMatching(/SIGKILL/),
    });
    clearInterval(timer);
    await expect(fragile.run(trial())).resolves.toHaveProperty('foldScores.length', 3);
  });

  test('a job in work when the runner is disposed ends, and starts no other process', async () => {
    const ended = new ChildRunner(workload, { concurrency: 1 });
    ended.addSplit(split);
    const lost = expect(ended.run(endless)).rejects.toMatchObject({ name: 'JobError' });
    await ended[Symbol.asyncDispose]();
    await lost;
    await expect(ended.run(trial())).rejects.toMatchObject({ name: 'JobError' });
    expect(ended.pids).toEqual([]);
  });

  test('an abort ends the job at once and leaves the runner usable', async () => {
    const controller = new AbortController();
    const long = runner.run(endless, controller.signal);
    setTimeout(() => {
      controller.abort(new Error('enough'));
    }, 100);
    await expect(long).rejects.toThrow('enough');
    await expect(runner.run(trial())).resolves.toHaveProperty('foldScores.length', 3);
  });
});
