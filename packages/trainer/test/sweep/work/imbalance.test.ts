import { beforeAll, describe, expect, test } from '@jest/globals';
import { metricCatalog } from '../../../src/metrics/index.ts';
import { chooseThreshold } from '../../../src/threshold/index.ts';
import { RandomState } from '../../../src/split/index.ts';
import { planSplit } from '../../../src/sweep/split-plan.ts';
import { JobRoom } from '../../../src/sweep/work/job.ts';
import type { RefitJob } from '../../../src/sweep/work/job.ts';
import type { Workload } from '../../../src/sweep/work/workload.ts';
import { fitted, jobOf, reference, refitted, splitOf, workload } from './imbalance.ts';

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

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

describe('several classes', () => {
  // The rarest class of three, where the first category is low and a number large.
  const labels = workload.labels.map((label, row) => {
    const [number] = workload.columns;
    const value = number && 'values' in number ? Number(number.values[row]) : 0;
    return label === 1 ? 1 : value > 0.85 ? 2 : 0;
  });
  const work: Workload = { ...workload, labels, task: 'multiclass' };
  const split = planSplit(
    labels,
    { testSize: 0.3, seed: 7, stratify: true, folds: 3 },
    'multiclass',
  );
  const job = (treatment: RefitJob['treatment']): RefitJob => {
    const binary = jobOf({ method: null, weight: null, calibration: null }, split);
    const params = { ...binary.fit.params, objective: 'multi:softprob', num_class: 3 };
    return { ...binary, fit: { ...binary.fit, params }, treatment };
  };
  const common = { ratio: 'auto', neighbors: 5, seed: 3 } as const;
  const recall = (of: RefitJob['treatment']): number =>
    fitted(work, split, job(of)).metrics.cv_recall_macro!;
  let untreated: number;
  beforeAll(() => {
    untreated = recall({});
  });

  test.each([
    { resample: { method: 'random_over', ...common } },
    { resample: { method: 'random_under', ...common } },
    { resample: { method: 'smote_nc', ...common } },
    { classWeight: 'balanced' },
  ] as const)('%j finds more of the rare classes', (treatment) => {
    expect(recall(treatment)).toBeGreaterThan(untreated);
  });
});
