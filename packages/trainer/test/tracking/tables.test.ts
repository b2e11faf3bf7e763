import { describe, expect, test } from '@jest/globals';
import type { TrialRecord } from '../../src/sweep/result.ts';
import { splitTable, trialsTable } from '../../src/tracking/tables.ts';

const split = {
  key: 'k',
  trainRows: Int32Array.of(3, 0, 2),
  testRows: Int32Array.of(1),
  folds: [
    { train: Int32Array.of(0, 2), validation: Int32Array.of(3) },
    { train: Int32Array.of(3), validation: Int32Array.of(0, 2) },
  ],
};

describe('split.csv', () => {
  test('every row once, in the order of training, with its part and the fold it validates in', () => {
    expect(splitTable(split, undefined)).toBe(
      'row,part,fold\n3,train,0\n0,train,1\n2,train,1\n1,test,\n',
    );
  });

  test('rows of the calibration stand apart, with the fold that they validate in', () => {
    const calibrated = {
      ...split,
      trainRows: Int32Array.of(3, 0),
      calibrationRows: Int32Array.of(2),
    };
    expect(splitTable(calibrated, undefined)).toBe(
      'row,part,fold\n3,train,0\n0,train,1\n2,calibrate,1\n1,test,\n',
    );
  });

  test('rows are those of the file when repeated ones were left out', () => {
    expect(splitTable(split, Int32Array.of(0, 4, 5, 9))).toBe(
      'row,part,fold\n9,train,0\n0,train,1\n5,train,1\n4,test,\n',
    );
  });
});

test('trials.csv: numbers in full, failed trials with their reason, quoted', () => {
  const trials: TrialRecord[] = [
    {
      index: 0,
      params: { eta: 0.1, mode: 'a,b' },
      foldScores: [0.1, 0.2],
      foldRounds: [3, 5],
      seconds: 0.12345,
    },
    {
      index: 1,
      params: { eta: 1e-7 },
      foldScores: [],
      foldRounds: [],
      seconds: 1,
      error: 'it said "no"',
    },
  ];
  expect(trialsTable({ trials }).split('\n')).toEqual([
    'trial,mean_score,std_score,score_0,score_1,rounds_0,rounds_1,seconds,error,eta,mode',
    '0,0.15000000000000002,0.05,0.1,0.2,3,5,0.123,,0.1,"a,b"',
    '1,,,,,,,1.000,"it said ""no""",1e-7,',
    '',
  ]);
});
