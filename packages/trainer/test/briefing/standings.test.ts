import { expect, test } from '@jest/globals';
import { ensembleVerdicts } from '../../src/briefing/ensemble-verdicts.ts';
import { gainOver, standings } from '../../src/briefing/standings.ts';
import { compareRuns } from '../../src/compare/comparison.ts';
import { bootstrap } from '../../src/metrics/bootstrap.ts';
import { judge } from '../../src/metrics/index.ts';
import { metricKey } from '../../src/record/metric-key.ts';
import type { VariantRun } from '../../src/record/variant-run.ts';
import { RandomState } from '../../src/split/index.ts';
import { reference, values } from '../report/insight/reference.ts';
import { regressionBriefing } from './task-samples.ts';

const mape = metricKey('mape');
const [template] = regressionBriefing.standings;

function run(name: string, value: number, own: Partial<VariantRun> = {}): VariantRun {
  const bounds = { test_mape_ci_low: value - 0.01, test_mape_ci_high: value + 0.01 };
  return {
    ...template!.run,
    ...{ runId: name, variant: name, metrics: { test_mape: value, ...bounds, cv_mape: value } },
    ...own,
  };
}

test('the difference of two models and its interval are those of NumPy on the same resamples', () => {
  const { other, paired } = reference.values;
  const { labels, scores } = values;
  const models = [scores, Float32Array.from(other)];
  const judgement = { task: 'regression' } as const;
  const runs = models.map((own, place) =>
    run(`model-${place}`, judge(labels, own, judgement).value('mape')),
  );
  const resampled = new Map(
    models.map((own, place) => {
      const random = new RandomState(paired.seed);
      const { resamples } = paired;
      const [found] = bootstrap({
        ...{ labels, runs: [{ scores: own, judgement }], names: ['mape'], random, resamples },
      });
      return [`model-${place}`, found?.mape];
    }),
  );
  const gain = gainOver(runs[0]!, runs[1]!, mape, resampled);
  for (const [at, value] of [gain!.gain, gain!.low, gain!.high].entries()) {
    expect(value).toBeCloseTo(paired.gain[at]!, 10);
  }
});

const resampled = new Map([
  ['best', Float64Array.of(0.2, 0.21, 0.22)],
  ['near', Float64Array.of(0.201, 0.209, 0.221)],
  ['far', Float64Array.of(0.205, 0.216, 0.226)],
]);
const [best, near, far] = [run('best', 0.21), run('near', 0.2101), run('far', 0.2155)];

test('a run ties when the paired interval of the difference holds 0, whatever its own interval', () => {
  const found = standings(compareRuns([far, best, near], mape), resampled);
  expect(found.map(({ name, ties }) => [name, ties])).toEqual([
    ['best', false],
    ['near', true],
    // Within the best one's own interval, and yet behind it on every resample.
    ['far', false],
  ]);
  expect(found[2]?.behind?.low).toBeGreaterThan(0);
});

test('runs of other test rows, or without resamples, tie by the interval of the best one', () => {
  const elsewhere = { ...far, params: { 'split.seed': '2' } };
  const found = standings(compareRuns([best, elsewhere], mape), resampled);
  expect(found.map(({ behind, ties }) => [behind, ties])).toEqual([
    [undefined, false],
    [undefined, true],
  ]);
  const unknown = standings(compareRuns([best, far], mape), new Map());
  expect(unknown[1]).toMatchObject({ behind: undefined, ties: true });
});

test('an ensemble is held against the best of its own variants', () => {
  const tags = { 'xgflow.ensemble': 'average' };
  const both = run('far', 0.2155, { tags, params: { ...far.params, 'ensemble.of': 'x,near' } });
  const [verdict, ...others] = ensembleVerdicts([best, near, both], mape, resampled);
  expect(others).toEqual([]);
  expect(verdict).toMatchObject({ name: 'far', members: ['x', 'near'], than: 'near' });
  expect(verdict?.gain?.high).toBeLessThan(0);
});
