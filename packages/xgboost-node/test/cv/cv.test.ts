import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { cv, DMatrix, nativeObjects, train } from '../../src/index.ts';
import type { CvOptions, CvResult, TrainParams } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { denseValues, labels, syntheticTable } from '../synthetic-table.ts';
import type { LabelKind } from '../synthetic-table.ts';

interface CvCase {
  name: string;
  label?: LabelKind;
  params: TrainParams;
  rounds?: number;
  folds?: { count: number } | { train: number[]; test: number[] }[];
  earlyStopping?: { rounds: number };
  weight?: boolean;
  custom?: boolean;
  /** As Python's cv gives them: `test-logloss-mean`, one number a round. */
  expected: Record<string, number[]>;
}

const cases = JSON.parse(
  readFileSync(new URL('../fixtures/cv.json', import.meta.url), 'utf8'),
) as CvCase[];

const ROWS = 240;

function matrix(kind: LabelKind = 'binary'): DMatrix {
  const table = syntheticTable(ROWS, 5);
  const values = denseValues(table, new Float32Array(ROWS * 4));
  return DMatrix.fromDense(values, { rows: ROWS, cols: 4, label: labels(table.scores, kind) });
}

function optionsOf({ folds, rounds = 8, earlyStopping, custom }: CvCase): CvOptions {
  const own = Array.isArray(folds)
    ? folds.map((fold) => ({
        train: Int32Array.from(fold.train),
        test: Int32Array.from(fold.test),
      }))
    : folds;
  return {
    rounds,
    ...(own === undefined ? {} : { folds: own }),
    ...(earlyStopping === undefined ? {} : { earlyStopping }),
    ...(custom !== true
      ? {}
      : {
          objective: ({ values }, data) => ({
            gradient: values.map((value, row) => value - data.label[row]!),
            hessian: values.map(() => 1),
          }),
        }),
  };
}

/** The history under Python's names. */
function flat({ history }: CvResult): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(history).flatMap(([data, metrics]) =>
      Object.entries(metrics).flatMap(([metric, { mean, std }]) => [
        [`${data}-${metric}-mean`, mean],
        [`${data}-${metric}-std`, std],
      ]),
    ),
  );
}

describe("scores are those of Python's cv, to the last bit", () => {
  test.each(cases.map((row) => [row.name, row] as const))('%s', (_, row) => {
    using data = matrix(row.label);
    if (row.weight === true)
      data.setWeight(Float32Array.from({ length: ROWS }, (_x, i) => (i % 3) + 1));
    const result = cv(row.params, data, optionsOf(row));
    expect(flat(result)).toEqual(row.expected);
    const kept = Object.values(row.expected)[0]!.length;
    if (row.earlyStopping === undefined) expect(result.rounds).toBe(kept);
    else expect(result.bestIteration).toBeLessThan(kept);
  });
});

const params = { objective: 'binary:logistic', nthread: 1 };

test('every round is told, and a signal ends it', () => {
  using data = matrix();
  const controller = new AbortController();
  const told: number[] = [];
  const error = caught(() =>
    cv(params, data, {
      rounds: 9,
      signal: controller.signal,
      onRound: ({ round, scores }) => {
        told.push(scores.test.logloss!.mean);
        if (round === 2) controller.abort();
      },
    }),
  );
  expect(error).toMatchObject({ name: 'TrainingAbortedError', rounds: 3 });
  expect(told).toEqual(cv(params, data, { rounds: 3 }).history.test.logloss!.mean);
});

test('nothing is left behind, not even where something throws', () => {
  using data = matrix();
  const before = nativeObjects();
  cv(params, data, { rounds: 2 });
  caught(() => cv(params, data, { rounds: 2, metric: () => JSON.parse('{') as never }));
  caught(() => cv({ ...params, max_depht: 3 } as TrainParams, data, { rounds: 2 }));
  expect(nativeObjects()).toEqual(before);
});

test.each([
  [{ rounds: 0 }, 'rounds is 0'],
  [{ rounds: 1, folds: [] }, 'folds is an empty list'],
  [{ rounds: 1, folds: { count: 1 } }, 'folds.count is 1 for 240 rows'],
  [{ rounds: 1, folds: { count: 241 } }, 'folds.count is 241'],
  [{ rounds: 1, folds: { seed: -1 } }, 'seed -1 is not usable'],
  [{ rounds: 1, folds: { stratified: true, count: 230 } }, 'no class has a row for each of 230'],
  [
    { rounds: 1, folds: [{ train: Int32Array.of(0, 240), test: Int32Array.of(1) }] },
    'row 240 is outside',
  ],
  [{ rounds: 1, folds: [{ train: Int32Array.of(0, 2), test: new Int32Array(0) }] }, 'got no rows'],
])('%j is refused', (options: CvOptions, message) => {
  using data = matrix();
  expect(caught(() => cv(params, data, options))).toMatchObject({
    name: 'InvalidArgumentError',
    message: expect.stringContaining(message),
  });
});

test('stratified folds of a number that is no class are refused', () => {
  using data = matrix('real');
  const error = caught(() => cv({ nthread: 1 }, data, { rounds: 1, folds: { stratified: true } }));
  expect(error).toMatchObject({ name: 'InvalidArgumentError', argument: 'folds.stratified' });
});

test('inside another training it is refused, and the data cannot be disposed under it', () => {
  using data = matrix();
  const inside = (run: () => unknown): unknown => {
    let error: unknown;
    train(params, data, {
      rounds: 1,
      callbacks: [
        {
          beforeIteration() {
            error = caught(run);
            return false;
          },
        },
      ],
    }).booster.dispose();
    return error;
  };
  expect(inside(() => cv(params, data, { rounds: 1 }))).toMatchObject({
    name: 'NestedTrainingError',
  });
  const error = caught(() =>
    cv(params, data, {
      rounds: 1,
      onRound: () => {
        data.dispose();
      },
    }),
  );
  expect(error).toMatchObject({ name: 'InUseError' });
});
