import { describe, expect, test } from '@jest/globals';
import { metricCatalog } from '../../../src/metrics/index.ts';
import { RandomState } from '../../../src/split/index.ts';
import type { Workload } from '../../../src/sweep/work/workload.ts';
import { fitted, jobOf, reference, refitted, splitOf, sum, workload } from './imbalance.ts';

test('the table is the one that Python drew', () => {
  expect(sum(workload.labels)).toBe(reference.positives);
});

describe('fits equal those of Python', () => {
  test.each(reference.cases)('$name', (row) => {
    const split = splitOf(workload, row.calibration ? 0.25 : undefined);
    const result = refitted(workload, split, jobOf(row, split));
    // libxgboost is the same, so only a calibration is computed by other code.
    const digits = row.calibration ? 5 : 7;
    const near = (values: ArrayLike<number>, expected: readonly number[]) => {
      expected.forEach((value, place) => {
        expect(values[place]).toBeCloseTo(value, digits);
      });
    };
    result.folds.forEach(({ predictions }, fold) => {
      near(predictions, row.folds[fold]!);
      expect(sum(predictions)).toBeCloseTo(row.fold_sums[fold]!, digits - 3);
    });
    const { brier, f1 } = metricCatalog.binary;
    const truth = (rows: Int32Array) => Float64Array.from(rows, (at) => workload.labels[at]!);
    near(result.testPredictions, row.test);
    expect(sum(result.testPredictions)).toBeCloseTo(row.test_sum, digits - 3);
    expect(brier.compute(truth(split.testRows), result.testPredictions)).toBeCloseTo(
      row.test_brier,
      digits,
    );
    expect(split.calibrationRows?.length ?? null).toBe(row.calibrating);
    // Python's train_f1 is that of the whole training part, which here has given rows to the calibration.
    if (row.calibration) return;
    expect(f1.compute(truth(split.trainRows), result.trainPredictions)).toBeCloseTo(row.train_f1);
  });
});

test('what is judged is neither resampled nor weighted: curves and metrics are those of the rows as they are', () => {
  const split = splitOf(workload);
  const plain = fitted(
    workload,
    split,
    jobOf({ method: null, weight: null, calibration: null }, split),
  );
  const treated = fitted(
    workload,
    split,
    jobOf({ method: 'random_over', weight: { 1: 3 }, calibration: null }, split),
  );
  expect(treated.trainPredictions).toHaveLength(split.trainRows.length);
  expect(treated.folds.map(({ predictions }) => predictions.length)).toEqual(
    plain.folds.map(({ predictions }) => predictions.length),
  );
  // The last value of the curve is the log loss of the training rows, each counted once.
  const { train } = treated.history;
  expect(train!.logloss!.at(-1)).toBeCloseTo(treated.metrics.train_log_loss!, 5);
});

test('weighted scores are far off, calibrated ones are probabilities again', () => {
  // Drawn with a known chance, large enough that ECE is no accident of few rows.
  const rows = 24_000;
  const random = new RandomState(11);
  const x = Float64Array.from({ length: rows }, () => random.randomSample());
  const z = Float64Array.from({ length: rows }, () => random.randomSample());
  const labels = Float64Array.from(x, (value, row) =>
    Number(random.randomSample() < 0.02 + 0.3 * value * value * (z[row]! > 0.5 ? 1 : 0.2)),
  );
  const work: Workload = {
    task: 'binary',
    labels,
    columns: [
      { name: 'x', values: x },
      { name: 'z', values: z },
    ],
  };
  const judged = (calibration: 'platt' | 'isotonic' | null) => {
    const split = splitOf(work, calibration ? 0.25 : undefined);
    const job = jobOf({ method: null, weight: 'balanced', calibration }, split);
    const { testPredictions: scores, uncalibratedTestPredictions } = refitted(work, split, job);
    const truth = Float64Array.from(split.testRows, (row) => labels[row]!);
    const ece = (of: Float32Array) => metricCatalog.binary.ece.compute(truth, of);
    return {
      meanByRate: sum(scores) / sum(truth),
      ece: ece(scores),
      before: uncalibratedTestPredictions && ece(uncalibratedTestPredictions),
    };
  };
  const off = judged(null);
  expect(off.meanByRate).toBeGreaterThan(3);
  expect(off.ece).toBeGreaterThan(0.2);
  for (const method of ['platt', 'isotonic'] as const) {
    const { ece, meanByRate, before } = judged(method);
    expect(Math.abs(meanByRate - 1)).toBeLessThan(0.05);
    expect(ece).toBeLessThan(0.02);
    expect(before).toBeGreaterThan(0.2);
  }
});

test('rows of the calibration neither train nor test, in the refit and in each fold', () => {
  const split = splitOf(workload, 0.25);
  const parts = [
    { train: split.trainRows, calibration: split.calibrationRows!, other: split.testRows },
    ...split.folds.map(({ train, calibration, validation }) => ({
      train,
      calibration: calibration!,
      other: new Int32Array([...validation, ...split.testRows]),
    })),
  ];
  for (const { train, calibration, other } of parts) {
    const all = [...train, ...calibration, ...other];
    expect(new Set(all).size).toBe(workload.labels.length);
    expect(all).toHaveLength(workload.labels.length);
    const share = (rows: Int32Array) =>
      sum([...rows].map((row) => workload.labels[row]!)) / rows.length;
    expect(share(calibration)).toBeCloseTo(share(train), 1);
  }
});
