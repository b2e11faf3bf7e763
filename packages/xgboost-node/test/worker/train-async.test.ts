import { describe, expect, test } from '@jest/globals';
import { libraryInfo } from '../../src/index.ts';
import { inFreshProcess } from '../fresh-process.ts';

/** A job of 20 rounds with sampling, and a way to compare models. */
const prelude = `
  const rows = 500;
  const values = Float32Array.from({ length: rows * 3 }, (_, i) => ((i * 7919) % 1000) / 1000);
  const label = Float32Array.from({ length: rows }, (_, i) => (values[3 * i] + values[3 * i + 1] > 1 ? 1 : 0));
  const data = { values, rows, cols: 3, label, nthread: 1 };
  const params = { objective: 'binary:logistic', nthread: 1, subsample: 0.5, colsample_bytree: 0.5 };
  const job = { params, data, rounds: 20, evals: [{ name: 'v', data }], earlyStopping: { rounds: 20 } };
  const bytes = ({ booster }) => Buffer.from(booster.toBuffer()).toString('base64');
  const print = (value) => console.log(JSON.stringify(value));
`;

function run(code: string): unknown {
  return JSON.parse(inFreshProcess(prelude + code));
}

describe('trainAsync', () => {
  test('two jobs at once give the model that train() gives', () => {
    const printed = run(`
      const rounds = [];
      const [a, b] = await Promise.all([
        xgb.trainAsync(job, { onRound: ({ round, scores }) => rounds.push([round, scores.v.logloss]) }),
        xgb.trainAsync(job),
      ]);
      const matrix = xgb.DMatrix.fromDense(values, data);
      const evals = [{ name: 'v', data: matrix }];
      const c = xgb.train(params, matrix, { ...job, evals });
      print({
        equal: [bytes(a) === bytes(c), bytes(b) === bytes(c)],
        same: [a.rounds === c.rounds, a.bestIteration === c.bestIteration, a.bestScore === c.bestScore],
        history: JSON.stringify(a.history) === JSON.stringify(c.history),
        rounds: rounds.length,
        scores: rounds.every(([round, score]) => score === c.history.v.logloss[round]),
      });`);
    expect(printed).toEqual({
      equal: [true, true],
      same: [true, true, true],
      history: true,
      rounds: 20,
      scores: true,
    });
  });

  test('continues a model', () => {
    const printed = run(`
      const first = await xgb.trainAsync(job);
      const more = await xgb.trainAsync({ ...job, continueFrom: first.booster.toBuffer() });
      print([more.rounds, more.booster.roundCount]);`);
    expect(printed).toEqual([20, 40]);
  });

  test('the thread loads the library that setLibraryPath() chose', () => {
    const code = `xgb.setLibraryPath(${JSON.stringify(libraryInfo().path)});
      print((await xgb.trainAsync(job)).rounds);`;
    const env = { XGBOOST_LIBRARY: '/no/such.so' };
    expect(inFreshProcess(prelude + code, { env })).toBe('20');
  });

  test('an aborted signal ends it between rounds', () => {
    const printed = run(`
      const controller = new AbortController();
      const onRound = ({ round }) => round === 3 && controller.abort('enough');
      const long = { ...job, rounds: 1e6, earlyStopping: undefined };
      const error = await xgb.trainAsync(long, { signal: controller.signal, onRound }).catch((e) => e);
      const before = await xgb.trainAsync(job, { signal: controller.signal }).catch((e) => e);
      print([error instanceof xgb.TrainingAbortedError, error.rounds > 3, error.cause, before.rounds]);`);
    expect(printed).toEqual([true, true, 'enough', 0]);
  });

  test('errors keep their class and fields', () => {
    const printed = run(`
      const failures = [
        { ...job, params: { max_dept: 1 } },
        { ...job, params: { objective: 'x' } },
        { ...job, data: { ...data, label: label.map(() => NaN) } },
        { ...job, continueFrom: new Uint8Array(3) },
      ];
      const errors = await Promise.all(failures.map((one) => xgb.trainAsync(one).catch((e) => e)));
      print(errors.map((e) => [e.name, e instanceof xgb[e.name], e.suggestion ?? e.field ?? null]));`);
    expect(printed).toEqual([
      ['UnknownParamError', true, 'max_depth'],
      ['XGBoostError', true, null],
      ['InvalidDataError', true, 'label'],
      ['ModelFormatError', true, null],
    ]);
  });

  test('an error of onRound is the answer', () => {
    const printed = run(`
      const onRound = () => { throw new TypeError('mine'); };
      const error = await xgb.trainAsync({ ...job, rounds: 1e6 }, { onRound }).catch((e) => e);
      print([error.name, error.message]);`);
    expect(printed).toEqual(['TypeError', 'mine']);
  });
});

test('a job leaves nothing of its data behind', () => {
  const printed = inFreshProcess(`
    const [rows, cols] = [100_000, 10];
    const label = Float32Array.from({ length: rows }, (_, i) => i % 2);
    const values = Float32Array.from({ length: rows * cols }, (_, i) => i % 11);
    const params = { objective: 'binary:logistic', max_depth: 1, nthread: 1 };
    const data = { values, rows, cols, label, nthread: 1 };
    const taken = [];
    for (let job = 0; job < 8; job += 1) {
      const trained = await xgb.trainAsync({ params, data, rounds: 1 });
      trained.booster.dispose();
      taken.push(process.memoryUsage.rss() / 1e6);
    }
    console.log(taken.at(-1) - taken[2]);`);
  // What five jobs took was 100 MB.
  expect(Number(printed)).toBeLessThan(45);
}, 60_000);
