import { expect } from '@jest/globals';
import { python } from './python.ts';

interface Fit {
  readonly scores: readonly number[];
  readonly rounds: readonly number[];
}

/** A variant's run, the table it was trained on, and to how many places Python's scores must equal ours. */
export interface RefittedRun {
  readonly runId: string;
  readonly csv: string;
  readonly places: number;
}

/** Has Python fit the first two trials of each run again on the same folds: the same best rounds, and the same scores. */
export async function expectPythonRefits(runs: readonly RefittedRun[]): Promise<void> {
  const rerun = await python<{ run: string; ours: Fit; theirs: Fit }[]>(
    'rerun_trials.py',
    runs.flatMap(({ runId, csv }) => [runId, csv, '2']),
  );
  for (const { runId, places } of runs) {
    const fits = rerun.filter(({ run }) => run === runId);
    expect(fits).toHaveLength(2);
    for (const { ours, theirs } of fits) {
      expect(ours.rounds).toEqual(theirs.rounds);
      for (const [fold, score] of ours.scores.entries()) {
        expect(score).toBeCloseTo(theirs.scores[fold]!, places);
      }
    }
  }
}
