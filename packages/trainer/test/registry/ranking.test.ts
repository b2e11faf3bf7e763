import { describe, expect, test } from '@jest/globals';
import { compareRuns } from '../../src/compare/comparison.ts';
import { metricKey } from '../../src/record/metric-key.ts';
import type { VariantRun } from '../../src/record/variant-run.ts';
import { rankRuns } from '../../src/registry/ranking.ts';

let started = 1000;
const run = (
  runId: string,
  metrics: Record<string, number>,
  overrides: Partial<VariantRun> = {},
): VariantRun => ({
  runId,
  experimentId: '1',
  sweepId: 's',
  task: 'binary',
  variant: runId,
  status: 'FINISHED',
  startTime: (started += 1),
  metrics,
  params: {},
  tags: {},
  ...overrides,
});
const ids = (runs: readonly VariantRun[]): string[] => runs.map(({ runId }) => runId);

describe('rankRuns', () => {
  test('best first, in the direction of the metric', () => {
    const runs = [
      run('a', { test_f1: 0.5, test_log_loss: 0.3 }),
      run('b', { test_f1: 0.7, test_log_loss: 0.4 }),
    ];
    expect(ids(rankRuns(runs, metricKey('f1')).ranked)).toEqual(['b', 'a']);
    expect(ids(rankRuns(runs, metricKey('log_loss')).ranked)).toEqual(['a', 'b']);
  });

  test('ties: higher test accuracy, earlier start, smaller id', () => {
    const runs = [
      run('d', { test_f1: 0.5, test_accuracy: 0.8 }, { startTime: 7 }),
      run('c', { test_f1: 0.5, test_accuracy: 0.8 }, { startTime: 7 }),
      run('b', { test_f1: 0.5, test_accuracy: 0.8 }, { startTime: 5 }),
      run('a', { test_f1: 0.5, test_accuracy: 0.9 }, { startTime: 9 }),
      run('e', { test_f1: 0.5 }, { startTime: 1 }),
    ];
    expect(ids(rankRuns(runs, metricKey('f1')).ranked)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(ids(rankRuns(runs.toReversed(), metricKey('f1')).ranked)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  test.each([
    ['RUNNING', run('x', { test_f1: 1 }, { status: 'RUNNING' }), /RUNNING/],
    ['FAILED', run('x', { test_f1: 1 }, { status: 'FAILED' }), /FAILED/],
    ['KILLED', run('x', { test_f1: 1 }, { status: 'KILLED' }), /KILLED/],
    ['without the metric', run('x', { test_accuracy: 1 }), /no test_f1/],
    ['NaN', run('x', { test_f1: NaN }), /NaN/],
    ['infinite', run('x', { test_f1: Infinity }), /Infinity/],
    ['infinite, as MLflow keeps it', run('x', { test_f1: Number.MAX_VALUE }), /1\.79/],
  ])('a run that is %s is left out, with the reason', (_name, bad, reason) => {
    const { ranked, excluded } = rankRuns([bad, run('good', { test_f1: 0.1 })], metricKey('f1'));
    expect(ids(ranked)).toEqual(['good']);
    expect(excluded).toEqual([{ run: bad, reason: expect.stringMatching(reason) }]);
  });

  test('runs of another task than the latest with the metric are no rivals, and said', () => {
    const several = { task: 'multiclass', sweepId: 'old' } as const;
    const runs = [
      run('low', { test_log_loss: 0.1 }, { ...several, startTime: 1 }),
      run('a', { test_log_loss: 0.4 }, { startTime: 2 }),
      run('b', { test_log_loss: 0.3 }, { startTime: 3 }),
      run('later', { test_rmse: 9 }, { task: 'regression', startTime: 4 }),
    ];
    const { task, ranked, excluded } = rankRuns(runs, metricKey('log_loss'));
    expect([task, ids(ranked)]).toEqual(['binary', ['b', 'a']]);
    expect(excluded.map(({ run: { runId }, reason }) => [runId, reason])).toEqual([
      ['low', 'its task is multiclass, and the latest run is binary: --sweep old looks at it'],
      ['later', 'it has no test_log_loss'],
    ]);
  });
});

describe('compareRuns', () => {
  const metrics = (f1: number, cv: number, low: number, high: number) => ({
    test_f1: f1,
    train_f1: f1 + 0.1,
    cv_f1: cv,
    cv_f1_std: 0.01,
    test_f1_ci_low: low,
    test_f1_ci_high: high,
  });
  const comparison = compareRuns(
    [
      run('a', metrics(0.7, 0.5, 0.6, 0.8)),
      run('b', metrics(0.65, 0.6, 0.55, 0.75)),
      run('c', metrics(0.5, 0.4, 0.4, 0.6)),
    ],
    metricKey('f1'),
  );

  test('who ties with the best, how far train is from test, what cv would choose', () => {
    expect(comparison.rows.map(({ variant, tiesWithBest }) => [variant, tiesWithBest])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ]);
    expect(comparison.rows[0]?.gap).toBeCloseTo(0.1, 12);
    expect(comparison.rows[0]?.interval).toEqual([0.6, 0.8]);
    expect(comparison.cvChoice?.runId).toBe('b');
  });

  test('a metric that is not in the table is added; of a loss, the gap is test minus train', () => {
    const losses = { test_log_loss: 0.3, train_log_loss: 0.1 };
    const { metrics, rows } = compareRuns([run('a', losses)], metricKey('log_loss'));
    expect(metrics).toEqual(['accuracy', 'f1', 'precision', 'recall', 'roc_auc', 'log_loss']);
    expect(rows[0]).toMatchObject({ test: { log_loss: 0.3 }, gap: expect.closeTo(0.2, 12) });
  });

  test('columns and the choice of the cross-validation are of the task of the rows', () => {
    const several = { task: 'multiclass', startTime: 1 } as const;
    const { task, metrics, cvChoice } = compareRuns(
      [
        run('m', { test_kappa: 0.9, cv_kappa: 0.9 }, several),
        run('b', { test_kappa: 0.5, cv_kappa: 0.5 }, { startTime: 2 }),
      ],
      metricKey('kappa'),
    );
    expect([task, metrics.at(-1), metrics[1], cvChoice?.runId]).toEqual([
      'binary',
      'kappa',
      'f1',
      'b',
    ]);
  });

  test('no runs, no best', () => {
    expect(compareRuns([], metricKey('f1'))).toMatchObject({
      rows: [],
      cvChoice: undefined,
      excluded: [],
    });
  });
});
