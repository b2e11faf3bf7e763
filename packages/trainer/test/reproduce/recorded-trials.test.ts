import { expect, test } from '@jest/globals';
import { recordedTrials } from '../../src/reproduce/recorded-trials.ts';
import type { TrialRecord } from '../../src/sweep/result.ts';
import { trialsTable } from '../../src/tracking/tables.ts';

test('what trials.csv holds is read to the last bit, failed trials too', async () => {
  const trials: TrialRecord[] = [
    {
      index: 0,
      params: { eta: 0.1, mode: 'a,b' },
      foldScores: [0.1 + 0.2, 1 / 3],
      foldRounds: [3, 5],
      seconds: 0.125,
    },
    {
      index: 7,
      params: { eta: 1e-7, mode: 'c' },
      foldScores: [],
      foldRounds: [],
      seconds: 1,
      error: 'it said "no",\nand left',
    },
  ];
  const read = await recordedTrials(trialsTable({ trials }));
  expect(read.map((trial, at) => ({ ...trial, params: trials[at]?.params }))).toEqual(trials);
});

test('a table of something else is refused', async () => {
  await expect(recordedTrials('a,b\n1,2\n')).rejects.toThrow('trial');
});
