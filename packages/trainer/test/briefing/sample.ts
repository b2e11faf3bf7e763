import type { Briefing } from '../../src/briefing/briefing.ts';
import type { BinaryFindings } from '../../src/briefing/findings.ts';
import { standings } from '../../src/briefing/standings.ts';
import { compareRuns } from '../../src/compare/comparison.ts';
import { parseSweepConfig } from '../../src/config/index.ts';
import { metricKey } from '../../src/record/metric-key.ts';
import type { VariantRun } from '../../src/record/variant-run.ts';
import { binarySlices } from '../../src/report/insight/binary-slices.ts';
import { effectRows } from '../../src/report/insight/effects.ts';
import { reference, rows, scored, table } from '../report/insight/reference.ts';

function run(variant: string, f1: number): VariantRun {
  return {
    runId: `run-of-${variant}`,
    experimentId: '1',
    sweepId: '20261126-120000-abcd',
    variant,
    task: 'binary',
    status: 'FINISHED',
    startTime: Date.UTC(2026, 10, 26),
    params: {},
    tags: { 'xgflow.data_digest': '00ff', 'xgflow.versions': 'xgflow=0.1.0' },
    metrics: {
      ...{ test_f1: f1, test_f1_ci_low: f1 - 0.05, test_f1_ci_high: f1 + 0.05, cv_f1: f1 },
      ...{ test_precision: 0.8, test_precision_ci_low: 0.75, test_precision_ci_high: 0.85 },
      ...{ test_recall: 0.667, test_recall_ci_low: 0.6, test_recall_ci_high: 0.72 },
    },
  };
}

const best = run('deep', 0.73);
const slices = binarySlices({ columns: table.columns, sensitive: ['place'], rows, scored });
const [odd] = slices;

/** What is found of two classes. */
const findings: BinaryFindings = {
  task: 'binary',
  positive: 'yes',
  decisions: { truePositives: 80, falsePositives: 20, falseNegatives: 40, trueNegatives: 860 },
  gains: [0, 0.1, 0.2, 1].map((rowsShare) => ({ rowsShare, gain: Math.min(1, rowsShare * 4) })),
  calibration: [0.1, 0.5, 0.9].map((predicted) => ({ rows: 50, predicted, observed: predicted })),
  slices: [
    ...slices.map((slice) => ({ ...slice, clearly_worse: false })),
    { ...odd!, column: 'region', slice: 'north', clearly_worse: true, f1_high: 0.01 },
    { ...odd!, column: '<b>odd</b>', slice: 'tiny', rows: 3, f1: null, clearly_worse: false },
  ].filter(({ rows, column }) => rows >= 30 || column === '<b>odd</b>'),
};

const metric = metricKey('f1');

/** A sweep with something to say in every chapter, and names that look like HTML. */
export const sampleBriefing: Briefing = {
  experiment: 'claims & more',
  sweepId: '20261126-120000-abcd',
  startTime: Date.UTC(2026, 10, 26),
  config: parseSweepConfig(
    `name: x
source: x.csv
target: status
sensitive: [place]
drop: [notes]
params: {objective: 'binary:logistic'}
space: {max_depth: {int: [1, 8]}}
variants: {plain: {}, deep: {space: {max_depth: {int: [6, 12]}}}}`,
    { file: 'sweep.yaml' },
  ),
  metric,
  standings: standings(compareRuns([run('plain', 0.7), best], metric), new Map()),
  ensembles: [],
  cvChoice: 'deep',
  variants: [
    { name: 'plain', changes: [], trials: 10, failedTrials: 0, seconds: 12, finished: true },
    { name: 'deep', changes: ['deeper'], trials: 10, failedTrials: 2, seconds: 80, finished: true },
  ],
  best: {
    run: best,
    findings,
    reasons: {
      run: best,
      effects: effectRows(table, {
        rows,
        features: ['amount', 'visits', 'place'],
        contributions: Float32Array.from(reference.contributions),
      }).map((row) => (row.feature === 'place' ? { ...row, feature: '<b>odd</b>' } : row)),
      cases: (['low', 'borderline', 'high'] as const).map((name) => ({
        ...{ case: name, made_from: 42, score: 0.5, rank: 1, feature: 'visits', value: '2' },
        usual: '',
        contribution: -0.7,
      })),
    },
  },
  data: {
    columns: [
      { column: 'amount', kind: 'numeric', missing: 42, levels: null, alone: 0.6, leak: '' },
      { column: 'paid_at', kind: 'categorical', missing: 0, levels: 3, alone: 0.7, leak: 'name' },
    ],
    facts: new Map([
      ['rows', 5000],
      ['positives', 600],
      ['train_rows', 4000],
      ['test_rows', 1000],
      ['repeated_rows', 2],
    ]),
  },
};

/** A sweep that was run before its groups, reasons and facts were recorded. */
export function withoutTables(briefing: Briefing): Briefing {
  const { best } = briefing;
  const { findings } = best;
  const nothing = { slices: [], gains: [], calibration: [], cells: [], deciles: [] };
  return {
    ...briefing,
    best: {
      run: best.run,
      findings: { ...findings, ...nothing },
      reasons: { ...best.reasons, effects: [], cases: [] },
    },
    data: { columns: [], facts: new Map() },
  };
}
