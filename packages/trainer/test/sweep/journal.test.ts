import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { SweepJournal } from '../../src/sweep/journal.ts';
import type { TrialRecord } from '../../src/sweep/result.ts';

const trial = (index: number, overrides: Partial<TrialRecord> = {}): TrialRecord => ({
  index,
  params: {},
  foldScores: [0.5, 0.7],
  foldRounds: [3, 3],
  seconds: 1,
  ...overrides,
});

test('a later process is given the done trials; failed ones and those without a finite score run again', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'xgflow-journal-'));
  const options = { home, identity: 'i', fresh: false };
  try {
    {
      await using journal = await SweepJournal.open(options);
      await journal.addTrial('a', trial(0));
      await journal.addTrial('a', trial(1, { foldScores: [], error: 'refused' }));
      await journal.addTrial('a', trial(2, { foldScores: [0.5, NaN] }));
    }
    await using journal = await SweepJournal.open(options);
    expect([...journal.trials('a').keys()]).toEqual([0]);
    expect(journal.trials('b').size).toBe(0);
  } finally {
    await rm(home, { recursive: true });
  }
});
