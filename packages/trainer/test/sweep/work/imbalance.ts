import { readFileSync } from 'node:fs';
import { RandomState } from '../../../src/split/index.ts';
import { planSplit } from '../../../src/sweep/split-plan.ts';
import type { SplitPlan } from '../../../src/sweep/split-plan.ts';
import { JobRoom } from '../../../src/sweep/work/job.ts';
import type { FittedVariant, RefitJob } from '../../../src/sweep/work/job.ts';
import { splitMatrices, wholeMatrix } from '../../../src/sweep/work/matrices.ts';
import { refit } from '../../../src/sweep/work/refit.ts';
import type { Refit } from '../../../src/sweep/work/refit.ts';
import type { Workload } from '../../../src/sweep/work/workload.ts';

interface Case {
  name: string;
  method: 'random_over' | 'random_under' | 'smote_nc' | null;
  weight: 'balanced' | Record<string, number> | null;
  calibration: 'platt' | 'isotonic' | null;
  calibrating: number | null;
  folds: number[][];
  fold_sums: number[];
  test: number[];
  test_sum: number;
  test_brier: number;
  train_f1: number;
}

/** What imbalanced-learn, scikit-learn and xgboost gave; made by test/fixtures/make-imbalance.py. */
export const reference = JSON.parse(
  readFileSync(new URL('../../fixtures/imbalance.json', import.meta.url), 'utf8'),
) as { positives: number; cases: Case[] };

const levels = [5, 3];

/** The table that make-imbalance.py draws. */
export const workload = ((rows: number): Workload => {
  const random = new RandomState(42);
  const numbers = Array.from({ length: 4 }, (_, column) =>
    Float64Array.from({ length: rows }, () => random.randomSample() * (1 + column)),
  );
  const codes = levels.map((count) =>
    Int32Array.from({ length: rows }, () => random.randint(0, count)),
  );
  const labels = Float64Array.from({ length: rows }, (_, row) => {
    const low = Number((codes[0]?.[row] ?? 0) < 2);
    const product = (0.9 * (numbers[0]?.[row] ?? 0) * (numbers[1]?.[row] ?? 0)) / 2;
    return Number(random.randomSample() < 0.03 + product * low);
  });
  return {
    task: 'binary',
    labels,
    columns: [
      ...numbers.map((values, column) => ({ name: `number_${column}`, values })),
      ...codes.map((column, place) => ({
        name: `category_${place}`,
        codes: column,
        levels: Array.from({ length: levels[place] ?? 0 }, (_, level) => level),
      })),
    ],
  };
})(900);

const fit = {
  params: {
    objective: 'binary:logistic',
    max_depth: 3,
    eta: 0.3,
    tree_method: 'hist',
    seed: 7,
    nthread: 1,
  },
  rounds: 12,
};

/** The split of make-imbalance.py. @param share of the training part that calibrates */
export function splitOf(work: Workload, share?: number): SplitPlan {
  const calibration = share === undefined ? {} : { calibration: { share, seed: 9 } };
  return planSplit(work.labels, {
    testSize: 0.3,
    seed: 7,
    stratify: false,
    folds: 3,
    ...calibration,
  });
}

/** The refit job of a case. */
export function jobOf(
  { method, weight, calibration }: Pick<Case, 'method' | 'weight' | 'calibration'>,
  split: SplitPlan,
  settings: Partial<RefitJob['settings']> = {},
): RefitJob {
  return {
    kind: 'refit',
    seed: 1,
    splitKey: split.key,
    fit,
    settings: { scoring: 'roc_auc', ...(calibration ? { calibration } : {}), ...settings },
    treatment: {
      ...(method ? { resample: { method, ratio: ratioOf(method), neighbors: 5, seed: 3 } } : {}),
      ...(weight ? { classWeight: weight } : {}),
    },
  };
}

function ratioOf(method: string): number | 'auto' {
  return method === 'smote_nc' ? 0.5 : 'auto';
}

/** A refit without its metrics, whose bootstrap would take minutes of many rows. */
export function refitted(work: Workload, split: SplitPlan, job: RefitJob): Refit {
  using whole = wholeMatrix(work);
  using matrices = splitMatrices(whole, work, split, job.treatment);
  return refit(matrices, job.fit, job.settings);
}

/** Does a refit in this process. */
export function fitted(work: Workload, split: SplitPlan, job: RefitJob): FittedVariant {
  using room = new JobRoom(work);
  room.addSplit(split);
  return room.run(job) as FittedVariant;
}

/** The sum of numbers, in their order. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
