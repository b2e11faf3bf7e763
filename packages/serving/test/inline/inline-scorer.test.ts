import { expect, jest, test } from '@jest/globals';
import { InlineScorer } from '../../src/live/inline-scorer.ts';
import { answerJob } from '../../src/scoring/answer-job.ts';
import type { ScoringJob } from '../../src/scoring/job.ts';
import { loadModel, type LoadedModel } from '../../src/scoring/load-model.ts';
import { withFolder, writeSmallModel } from '../support/small-model.ts';

function jobOf(document: unknown): ScoringJob {
  const body = new TextEncoder().encode(JSON.stringify(document));
  return { kind: 'invocations', format: 'json', body, maxRows: 1e6, terse: false, top: 5 };
}

const record = (n: number) => ({ n, region: 'north', children: 1 });
const jobs = [
  jobOf({ dataframe_records: [record(3)] }),
  jobOf({ inputs: { n: [7, 40], region: ['Ü', null], children: [0, 3] } }),
  jobOf({ dataframe_records: [{ ...record(1), n: 'q' }] }),
  jobOf({ dataframe_records: [] }),
  jobOf({ dataframe_split: { columns: ['n', 'region', 'children'], data: [[9, 'new', 2]] } }),
  jobOf('not an object'),
];

function withModel(run: (model: LoadedModel) => Promise<void>): Promise<void> {
  return withFolder(async (folder) => run(await loadModel(await writeSmallModel(folder, 'm'))));
}

test('jobs of one turn share a call, and each gets the answer that it gets alone', () =>
  withModel(async (model) => {
    using scorer = new InlineScorer(model);
    const alone = await Promise.all(jobs.map((job) => answerJob(model.predictor, job)));
    const calls = jest.spyOn(model.predictor, 'predictEncoded');
    expect(await Promise.all(jobs.map((job) => scorer.run(job)))).toEqual(alone);
    expect(calls.mock.calls.map(([inputs]) => inputs.length)).toEqual([4]);
    expect(await scorer.run(jobs[0]!)).toEqual(alone[0]);
    expect(calls).toHaveBeenCalledTimes(2);
  }));

test('many rows do not wait for the end of the turn', () =>
  withModel(async (model) => {
    using scorer = new InlineScorer(model);
    const calls = jest.spyOn(model.predictor, 'predictEncoded');
    const rows = Array.from({ length: 40 }, (_, n) => record(n));
    const answers = [1, 2, 3].map(() => scorer.run(jobOf({ dataframe_records: rows })));
    expect(calls).toHaveBeenCalledTimes(1);
    expect((await Promise.all(answers)).map((answer) => answer.rows)).toEqual([40, 40, 40]);
    expect(calls.mock.calls.map(([inputs]) => inputs.length)).toEqual([2, 1]);
  }));

test('one that the library refuses does not fail its neighbours', () =>
  withModel(async (model) => {
    using scorer = new InlineScorer(model);
    const { predictor } = model;
    const predict = predictor.predictEncoded.bind(predictor);
    jest.spyOn(predictor, 'predictEncoded').mockImplementation((inputs) => {
      if (inputs.some(({ encoded }) => encoded.values[0] === 13)) throw new Error('no such row');
      return predict(inputs);
    });
    const answers = [1, 13, 2].map((n) => scorer.run(jobOf({ dataframe_records: [record(n)] })));
    const settled = await Promise.allSettled(answers);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  }));

test('what waits is scored before the model is freed', () =>
  withModel(async (model) => {
    const scorer = new InlineScorer(model);
    const answer = scorer.run(jobs[0]!);
    scorer[Symbol.dispose]();
    expect(await answer).toMatchObject({ status: 200, rows: 1 });
  }));
