import type { SweepReport } from '../../src/report/sweep-report.ts';
import type { BinaryReport } from '../../src/report/binary-report.ts';
import type { FittedReport } from '../../src/report/fitted-report.ts';
import type { ThresholdRule } from '../../src/threshold/index.ts';
import { drawn } from '../metrics/reference.ts';

const curve = (from: number, to: number, rounds: number): number[] =>
  Array.from({ length: rounds }, (_, round) => to + (from - to) * Math.exp(-round / 9));

/** A fitted model with names that a file, a CSV and an SVG might trip over. */
export const fittedSample: FittedReport = {
  variant: 'deep & "wide" <5>',
  curves: {
    'train-auc': curve(0.7, 0.99, 40),
    'cv-auc': curve(0.7, 0.9, 55),
    'train-logloss': curve(0.6, 0.1, 40),
    'cv-logloss': curve(0.6, 0.3, 55),
  },
  rounds: 40,
  marginUnit: 'log-odds',
  gain: new Map(Array.from({ length: 30 }, (_, place) => [`feature, "${place}"`, 30 - place])),
  shap: {
    rows: 900,
    meanAbs: new Map(Array.from({ length: 34 }, (_, place) => [`feature, "${place}"`, place / 34])),
  },
};

/** A variant with names that a file, a CSV and an SVG might trip over. */
export const binarySample: BinaryReport = {
  variant: 'deep & "wide" <5>',
  target: 'claim_status',
  classes: ['0', '1'],
  test: drawn({ n: 900, rate: 0.2, decimals: 3, seed: 3, dtype: 'float32' }),
  threshold: 0.5,
  metrics: { test_roc_auc: 0.91, test_pr_auc: 0.7, test_brier: 0.1, test_ece: 0.03, test_f1: 0.6 },
};

/** A variant whose threshold a rule chose, and whose scores are calibrated. */
export function decidedSample(rule: ThresholdRule): BinaryReport {
  const { scores } = binarySample.test;
  return {
    ...binarySample,
    threshold: 0.123456,
    thresholdChoice: { rule, outOfFold: binarySample.test },
    uncalibrated: Float32Array.from(scores, (score) => Math.sqrt(score)),
    metrics: { ...binarySample.metrics, test_brier_uncalibrated: 0.3, test_ece_uncalibrated: 0.2 },
  };
}

/** Two variants, one of them with a parameter of its own, a failed trial, a level and a logarithm. */
export const sweepSample: SweepReport = {
  sweep: 'sweep 20261123-190412-3fa9',
  scoring: 'roc_auc',
  direction: 'maximize',
  logarithmic: new Set(['eta']),
  suffix: '',
  trials: ['original', 'regularized'].flatMap((variant) =>
    Array.from({ length: 12 }, (_, index) => ({
      variant,
      index,
      score: index === 3 ? NaN : 0.8 + 0.01 * ((index * 7) % 11),
      params: {
        eta: 10 ** -(1 + (index % 5) / 2),
        max_depth: 3 + (index % 6),
        grow_policy: index % 2 === 0 ? 'depthwise' : 'lossguide',
        ...(variant === 'original' ? {} : { reg_alpha: index }),
      },
    })),
  ),
};
