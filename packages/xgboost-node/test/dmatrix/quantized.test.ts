import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { DMatrix, nativeObjects, train } from '../../src/index.ts';
import type { DenseBatch, QuantizedOptions } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { denseValues, labels, syntheticTable } from '../synthetic-table.ts';

interface QuantizedCase {
  name: string;
  batch: number;
  maxBin: number;
  weight?: boolean;
  baseMargin?: boolean;
  missing?: number;
  expected: { sha256: string; logloss: number[]; predictions: string };
}

const cases = JSON.parse(
  readFileSync(new URL('../fixtures/quantized.json', import.meta.url), 'utf8'),
) as QuantizedCase[];

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function* batches(rows: number, seed: number, row: QuantizedCase): Generator<DenseBatch> {
  const table = syntheticTable(rows, seed);
  const into = row.missing === undefined ? new Float32Array(rows * 4) : new Float64Array(rows * 4);
  const values = denseValues(table, into, row.missing);
  const label = labels(table.scores, 'binary');
  for (let start = 0; start < rows; start += row.batch) {
    const end = Math.min(rows, start + row.batch);
    const each = (value: (at: number) => number): Float32Array =>
      Float32Array.from({ length: end - start }, (_, at) => value(start + at));
    yield {
      rows: end - start,
      values: values.slice(4 * start, 4 * end),
      label: label.slice(start, end),
      ...(row.weight === true ? { weight: each((at) => (at % 3) + 1) } : {}),
      ...(row.baseMargin === true ? { baseMargin: each((at) => (at % 5) / 4) } : {}),
    };
  }
}

describe("models are those of Python's QuantileDMatrix, to the last byte", () => {
  test.each(cases.map((row) => [row.name, row] as const))('%s', (_, row) => {
    const how: QuantizedOptions = { cols: 4, maxBin: row.maxBin, nthread: 1 };
    if (row.missing !== undefined) how.missing = row.missing;
    using data = DMatrix.quantized(() => batches(400, 9, row), how);
    const plain = { name: '', batch: 100, maxBin: row.maxBin, expected: row.expected };
    const heldRow = row.missing === undefined ? plain : { ...plain, missing: row.missing };
    using held = DMatrix.quantized(() => batches(100, 10, heldRow), { ...how, ref: data });
    expect([data.rowCount, data.colCount]).toEqual([400, 4]);
    const params = { objective: 'binary:logistic', max_depth: 4, subsample: 0.8, nthread: 1 };
    using trained = train({ ...params, max_bin: row.maxBin }, data, {
      rounds: 8,
      evals: [{ name: 'held', data: held }],
    });
    const { booster, history } = trained;
    expect(history.held?.logloss).toEqual(row.expected.logloss);
    expect(sha256(booster.toBuffer('ubj'))).toBe(row.expected.sha256);
    const { values } = booster.predict(held);
    expect(sha256(new Uint8Array(values.buffer))).toBe(row.expected.predictions);
  });
});

const three = { rows: 3, values: new Float32Array(12), label: [1, 0, 1] };

test('an error of the batches is the error of the caller, and nothing is left', () => {
  const before = nativeObjects();
  const mine = new Error('mine');
  const failing = (good: number) =>
    function* (): Generator<DenseBatch> {
      for (let batch = 0; batch < good; batch++) yield three;
      throw mine;
    };
  for (const good of [0, 1, 5]) {
    expect(() => DMatrix.quantized(failing(good), { cols: 4 })).toThrow(mine);
  }
  expect(nativeObjects()).toEqual(before);
});

test('batches that change from pass to pass are refused', () => {
  let pass = 0;
  const changing = () => Array.from({ length: pass++ === 0 ? 3 : 2 }, () => three);
  expect(caught(() => DMatrix.quantized(changing, { cols: 4 }))).toMatchObject({
    name: 'XGBoostError',
  });
});

test.each([
  [{ cols: 4, maxBin: 1 }, [three], 'maxBin is 1'],
  [{ cols: 4, featureTypes: ['c', 'q', 'q', 'q'] as const }, [three], 'no category codes'],
  [{ cols: 4, featureNames: ['a'] }, [three], '1'],
  [{ cols: 5 }, [three], '12 values do not fill 3 rows × 5 columns'],
  [{ cols: 4 }, [{ ...three, label: [1, 0] }], 'label has 2 values for 3 rows'],
  [{ cols: 4 }, [], 'at least 1 batch'],
])('%j is refused', (options, given: readonly DenseBatch[], message) => {
  expect(caught(() => DMatrix.quantized(() => given, options))).toMatchObject({
    message: expect.stringContaining(message),
  });
});
