import { describe, expect, test } from '@jest/globals';
import type { SplitPlan } from '../../src/sweep/split-plan.ts';
import { oofTable, readOofScores } from '../../src/tracking/oof-table.ts';

const split = {
  folds: [
    { train: Int32Array.of(2), validation: Int32Array.of(0, 3) },
    { train: Int32Array.of(0, 3), validation: Int32Array.of(2) },
  ],
} as unknown as SplitPlan;

describe('oof.csv', () => {
  test('has each row with its fold, in rows of the file, and gives its scores back to the bit', () => {
    const scores = Float32Array.of(0.1, 1e-9, 0.7);
    const text = oofTable(split, scores, Int32Array.of(5, 6, 7, 8));
    expect(text.split('\n').map((line) => line.split(',').slice(0, 2).join())).toEqual([
      'row,fold',
      '5,0',
      '8,0',
      '7,1',
      '',
    ]);
    expect(readOofScores(text)).toEqual(scores);
  });

  test('has a column for each class', () => {
    const scores = Float32Array.of(0.1, 0.9, 0.2, 0.8, 0.3, 0.7);
    const text = oofTable(split, scores, undefined);
    expect(text.split('\n')[0]).toBe('row,fold,score_0,score_1');
    expect(readOofScores(text)).toEqual(scores);
  });

  test.each([
    '',
    'row,part,fold\n1,train,0\n',
    'row,fold,score\n1,0,\n1,0,x\n',
    'row,fold,score\n1,0\n',
  ])('is not %j', (text) => {
    expect(() => readOofScores(text)).toThrow(RangeError);
  });
});
