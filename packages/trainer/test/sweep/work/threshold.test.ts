import { describe, expect, test } from '@jest/globals';
import { RandomState } from '../../../src/split/index.ts';
import { JobRoom } from '../../../src/sweep/work/job.ts';
import { chooseThreshold } from '../../../src/threshold/index.ts';
import { fitted, jobOf, splitOf, sum, workload } from './imbalance.ts';

describe('the threshold', () => {
  const rule = { by: 'cost', falsePositive: 1, falseNegative: 5 } as const;
  const split = splitOf(workload);
  const job = jobOf({ method: null, weight: 'balanced', calibration: null }, split, {
    threshold: rule,
  });
  const result = fitted(workload, split, job);

  test('is that of the out-of-fold scores', () => {
    const scores = Float32Array.from(result.folds.flatMap(({ predictions }) => [...predictions]));
    const rows = split.folds.flatMap(({ validation }) => [...validation]);
    const labels = rows.map((row) => workload.labels[row]!);
    expect(result.threshold).toEqual(chooseThreshold(rule, labels, scores));
    expect(result.threshold!.threshold).not.toBe(0.5);
  });

  test('does not move when the test rows do', () => {
    const labels = workload.labels.slice();
    const columns = workload.columns.map((column) =>
      'codes' in column ? column : { ...column, values: Float64Array.from(column.values, Number) },
    );
    const random = new RandomState(5);
    for (const row of split.testRows) {
      labels[row] = 1 - labels[row]!;
      for (const column of columns) {
        if ('values' in column) column.values[row] = 100 * random.randomSample();
      }
    }
    const other = fitted({ ...workload, labels, columns }, split, job);
    expect(other.metrics.test_f1).not.toBe(result.metrics.test_f1);
    expect(other.threshold).toEqual(result.threshold);
    expect(other.metrics.cv_f1).toBe(result.metrics.cv_f1);
  });

  test('decides in the metrics of all parts', () => {
    const { threshold } = result.threshold!;
    const truth = [...split.testRows].map((row) => workload.labels[row]!);
    const flagged = [...result.testPredictions].map((score) => score > threshold);
    const hits = truth.filter((label, row) => label === 1 && flagged[row]).length;
    expect(result.metrics.test_recall).toBe(hits / sum(truth));
    expect(result.metrics.test_flagged).toBe(flagged.filter(Boolean).length / truth.length);
    expect(result.metrics.cv_flagged).toBe(result.threshold!.flagged);
    expect(result.metrics.cv_cost).toBeCloseTo(result.threshold!.value, 12);
    expect(result.metrics.test_cost).toBeGreaterThan(0);
  });

  test('of a trial is chosen the same way, so the best one scores what cv_ says', () => {
    using room = new JobRoom(workload);
    room.addSplit(split);
    const settings = { ...job.settings, scoring: 'f1' } as const;
    const trial = room.run({ ...job, kind: 'trial', settings });
    if (!('foldScores' in trial)) throw new Error('no trial');
    expect(sum(trial.foldScores) / 3).toBeCloseTo(result.metrics.cv_f1!, 12);
  });
});
