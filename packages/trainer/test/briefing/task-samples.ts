import type { Briefing } from '../../src/briefing/briefing.ts';
import { ensembleVerdicts } from '../../src/briefing/ensemble-verdicts.ts';
import type { Findings } from '../../src/briefing/findings.ts';
import { standings } from '../../src/briefing/standings.ts';
import { compareRuns } from '../../src/compare/comparison.ts';
import { parseSweepConfig } from '../../src/config/index.ts';
import { metricKey } from '../../src/record/metric-key.ts';
import type { VariantRun } from '../../src/record/variant-run.ts';
import { againstOthers } from '../../src/report/insight/class-margins.ts';
import { classSlices } from '../../src/report/insight/class-slices.ts';
import { classEffectRows, effectRows } from '../../src/report/insight/effects.ts';
import { valueSlices } from '../../src/report/insight/value-slices.ts';
import { aeDeciles } from '../../src/report/tables/ae-deciles.ts';
import { classCells } from '../../src/report/tables/class-results.ts';
import { predictedCells } from '../../src/report/tables/predicted-cells.ts';
import { quantileCoverage } from '../../src/report/tables/quantile-coverage.ts';
import { residualDeciles } from '../../src/report/tables/residuals.ts';
import { classed, classes, reference, rows, table, values } from '../report/insight/reference.ts';
import { sampleBriefing } from './sample.ts';

const [template] = sampleBriefing.standings;

function run(name: string, own: Partial<VariantRun>): VariantRun {
  const split = { 'split.test_size': '0.2', 'split.seed': '1', 'split.stratify': 'false' };
  return {
    ...template!.run,
    ...{ runId: `run-of-${name}`, variant: name },
    ...own,
    params: { ...split, ...own.params },
  };
}

const config = (text: string): Briefing['config'] =>
  parseSweepConfig(
    `name: x
source: x.csv
sensitive: [place]
${text}`,
    { file: 'sweep.yaml' },
  );

/** Values with their bounds, as a run carries them. */
function metricsOf(known: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => [
      [`test_${name}`, value],
      [`test_${name}_ci_low`, value * 0.9],
      [`test_${name}_ci_high`, value * 1.1],
      [`cv_${name}`, value],
    ]),
  );
}

const regressionMetrics = {
  ...metricsOf({ mape: 0.5, wape: 0.4, mae: 500, rmse: 900, r2: 0.7, deviance: 2, ae_ratio: 0.97 }),
  test_mape_undefined_rows: 21,
};

const mape = metricKey('mape');
const gamma = run('gamma', {
  task: 'regression',
  metrics: regressionMetrics,
  params: { objective: 'count:poisson' },
});
const blend = run('blend', {
  task: 'regression',
  metrics: { ...regressionMetrics, ...metricsOf({ mape: 0.51 }) },
  params: { 'ensemble.of': 'gamma,other' },
  tags: { 'xgflow.ensemble': 'weighted' },
});
/** MAPE on three resamples each: the ensemble is a little worse on all of them. */
const resampled = new Map([
  [gamma.runId, Float64Array.of(0.48, 0.5, 0.52)],
  [blend.runId, Float64Array.of(0.49, 0.51, 0.54)],
]);
const compared = compareRuns([gamma, blend], mape);

const decileRows = residualDeciles(values).map((residual, place) => ({ residual, place }));

function regressionFindings(quantile?: number): Findings {
  const ratios = aeDeciles(values);
  const coverage = quantileCoverage(values);
  return {
    task: 'regression',
    cells: predictedCells(values).cells.map((cell) => ({
      predicted: [cell.predicted_from, cell.predicted_to],
      actual: [cell.actual_from, cell.actual_to],
      rows: cell.rows,
    })),
    deciles: decileRows.map(({ residual, place }) => ({
      decile: place + 1,
      rows: residual.rows,
      expected: ratios[place]!.expected / ratios[place]!.exposure,
      actual: ratios[place]!.actual / ratios[place]!.exposure,
      ratio: quantile === undefined ? (ratios[place]!.ae_ratio ?? NaN) : NaN,
      covered: quantile === undefined ? NaN : coverage[place]!.covered,
      residual: { mean: residual.mean_residual, ...residual },
    })),
    slices: valueSlices({
      ...{ columns: table.columns, sensitive: ['place'], rows, values, quantile },
      metric: { name: quantile === undefined ? 'mape' : 'pinball', quantileAlpha: quantile },
    }),
  };
}

const effects = effectRows(table, {
  rows,
  features: ['amount', 'visits', 'place'],
  contributions: Float32Array.from(reference.contributions),
});

const cases = (['low', 'middle', 'high'] as const).map((name) => ({
  ...{ case: name, made_from: 42, score: 1234.5, rank: 1, feature: 'visits' },
  ...{ value: '2', usual: '1', contribution: Math.LN2 },
}));

/** Amounts with an exposure, and an ensemble that does not earn its place. */
export const regressionBriefing: Briefing = {
  ...sampleBriefing,
  config: config(`target: amount
task: regression
exposure: days
params: {objective: 'count:poisson'}
space: {max_depth: {int: [1, 8]}}
variants: {gamma: {}, other: {}}
ensembles: {blend: {method: weighted}}`),
  metric: mape,
  standings: standings(compared, resampled),
  ensembles: ensembleVerdicts([gamma, blend], mape, resampled),
  cvChoice: 'gamma',
  best: {
    run: gamma,
    findings: regressionFindings(),
    reasons: { run: gamma, effects, cases: cases.map((row) => ({ ...row, exposure: 180 })) },
  },
  data: {
    ...sampleBriefing.data,
    facts: new Map([
      ...[...sampleBriefing.data.facts].filter(([name]) => name !== 'positives'),
      ...([
        ['target_mean', 1500.25],
        ['target_median', 800],
        ['target_zeros', 250],
      ] as const),
    ]),
  },
};

const upper = run('upper', {
  task: 'regression',
  metrics: metricsOf({ mape: 0.8, wape: 0.7, mae: 700, rmse: 990, r2: -0.1, pinball: 120 }),
  params: { objective: 'reg:quantileerror', quantile_alpha: '0.8' },
});

/** A predicted quantile: no totals, reasons in the target's own units. */
export const quantileBriefing: Briefing = {
  ...regressionBriefing,
  config: config(`target: amount
task: regression
params: {objective: 'reg:quantileerror', quantile_alpha: 0.8}
space: {max_depth: {int: [1, 8]}}
variants: {upper: {}}`),
  standings: standings(compareRuns([upper], mape), new Map()),
  ensembles: [],
  best: {
    run: upper,
    findings: regressionFindings(0.8),
    reasons: { run: upper, effects, cases },
  },
};

const names = ['A', '<b>odd</b>', 'C'];
const explained = {
  ...{ rows: rows.slice(0, 120), features: ['amount', 'visits', 'place'], classes: names },
  contributions: Float32Array.from(reference.classes.contributions),
};
const macro = metricKey('f1_macro');
const several = run('several', {
  task: 'multiclass',
  metrics: metricsOf({ accuracy: 0.65, f1_macro: 0.6, f1_weighted: 0.62, log_loss: 0.8 }),
});

/** Three classes, one of which looks like HTML. */
export const multiclassBriefing: Briefing = {
  ...sampleBriefing,
  config: config(`target: kind
task: multiclass
space: {max_depth: {int: [1, 8]}}
variants: {several: {}}`),
  metric: macro,
  standings: standings(compareRuns([several], macro), new Map()),
  cvChoice: 'several',
  best: {
    run: several,
    findings: {
      task: 'multiclass',
      cells: classCells({ classes: names, test: classed }),
      slices: classSlices({
        ...{ columns: table.columns, sensitive: ['place'], rows, scored: classed, classes },
      }),
    },
    reasons: {
      run: several,
      effects: classEffectRows(table, explained, [0, 1]),
      cases: [0, 1].map((code) => ({
        ...{ case: 'likely' as const, class: names[code]!, made_from: 42, score: 0.7, rank: 1 },
        ...{ feature: 'visits', value: '2', usual: '1' },
        contribution: againstOthers(explained, code).contributions[1] ?? NaN,
      })),
    },
  },
};
