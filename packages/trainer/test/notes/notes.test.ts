import { describe, expect, test } from '@jest/globals';
import {
  experimentNote,
  modelNote,
  sweepNote,
  variantNote,
  versionNote,
} from '../../src/notes/index.ts';
import { metricKey } from '../../src/record/metric-key.ts';

const runId = '0a0596d48a6b41f38d4d8ace149141ea';
const sweepId = '20261126-200933-0a4e';
const metrics = {
  ...{ test_f1: 0.72171, test_f1_ci_low: 0.688, test_f1_ci_high: 0.7541, cv_f1: 0.7265 },
  ...{ train_f1: 0.75, test_roc_auc: 0.7833, cv_roc_auc: 0.7987, test_brier: 0.0000123 },
};
const variant = {
  ...{ experiment: 'my claims', isEnsemble: false, metrics, name: 'deep|_wide_', runId, sweepId },
  ...({ scoring: 'roc_auc', target: 'claim_status', task: 'binary' } as const),
  pictures: ['pictures/feature-importance.svg', 'pictures/roc-curve.svg', 'pictures/roc-curve.png'],
};

/** The lines of tables, without what keeps their columns apart. */
const rowsOf = (note: string): string[] =>
  note
    .replaceAll('&nbsp;', '')
    .split('\n')
    .filter((line) => line.startsWith('|'));

describe('the note of a variant', () => {
  const note = variantNote(variant);

  test('says what it is, with its metrics on each part; names are no markup', () => {
    expect(note).toContain(
      String.raw`**deep\|\_wide\_**, a variant of sweep ${'`'}20261126-200933-0a4e${'`'}, predicts **claim\_status** (binary).`,
    );
    const rows = rowsOf(note);
    expect(rows).toEqual([
      '| metric | test | 95 % interval | cross-validation | training |',
      '|:--|--:|--:|--:|--:|',
      '| f1 | 0.7217 | 0.6880–0.7541 | 0.7265 | 0.7500 |',
      '| roc_auc | 0.7833 | – | 0.7987 | – |',
      '| brier | 0.0000123 | – | – | – |',
    ]);
  });

  test('names that look like HTML are shown as they are, without backslashes', () => {
    const named = variantNote({ ...variant, target: '<i>a & b</i>?' });
    expect(named).toContain('predicts **&lt;i&gt;a &amp; b&lt;/i&gt;?** (binary).');
  });

  test('shows its pictures from where the page lies, the curve first', () => {
    expect(note.match(/!\[[^\]]*\]\([^)]*\)/g)).toEqual([
      `![pictures/roc-curve.svg](get-artifact?path=pictures%2Froc-curve.svg&run_uuid=${runId})`,
      `![pictures/feature-importance.svg](get-artifact?path=pictures%2Ffeature-importance.svg&run_uuid=${runId})`,
    ]);
    expect(variantNote({ ...variant, pictures: [] })).not.toContain('![');
  });

  test('names the commands to go on with, quoted; an ensemble is not reproduced', () => {
    expect(note).toContain(`xgflow compare --experiment 'my claims' --sweep ${sweepId}\n`);
    expect(note).toContain(`xgflow reproduce ${runId}\n`);
    const ensemble = variantNote({ ...variant, isEnsemble: true });
    expect(ensemble).toContain('an ensemble of sweep');
    expect(ensemble).not.toContain('reproduce');
  });
});

describe('the note of a sweep', () => {
  const sweep = {
    ...{ sweepId, experiment: 'claims', experimentId: '128', runId, target: 'price' },
    ...({ scoring: 'rmse', task: 'regression', hasReport: true } as const),
    variants: [
      { name: 'failed', metrics: {} },
      { name: 'worse', metrics: { test_mape: 0.3, test_rmse: 9, cv_rmse: 8 } },
      { name: 'best', metrics: { test_mape: 0.1, test_rmse: 10, cv_rmse: 7 } },
    ],
  };

  test('ranks its variants by the usual metric of the task, failed ones last', () => {
    const rows = rowsOf(sweepNote(sweep));
    expect(rows).toEqual([
      '| variant | test mape | 95 % interval | cv rmse | test rmse |',
      '|:--|--:|--:|--:|--:|',
      '| best | 0.1000 | – | 7.0000 | 10.000 |',
      '| worse | 0.3000 | – | 8.0000 | 9.0000 |',
      '| failed | – | – | – | – |',
    ]);
  });

  test('leads to the report, where there is one', () => {
    const link = `(#/experiments/128/runs/${runId}/artifacts/report.html?workflowType=machine_learning)`;
    expect(sweepNote(sweep)).toContain(link);
    expect(sweepNote({ ...sweep, hasReport: false })).not.toContain('report.html');
  });

  test('fits into a tag, however many and long its variants are', () => {
    const variants = Array.from({ length: 500 }, (_, place) => ({
      name: `${'_'.repeat(300)}${place}`,
      metrics: { test_mape: place },
    }));
    const note = sweepNote({ ...sweep, experiment: `it's ${'x'.repeat(490)}`, variants });
    expect(note.length).toBeLessThan(8000);
    expect(note).toContain('… and 480 more.');
  });
});

test('an experiment, a model and a version say how to go on', () => {
  expect(experimentNote('7', 'claims')).toContain(
    '(#/experiments/7/runs?workflowType=machine_learning&viewStateShareKey=xgflow)',
  );
  expect(modelNote('credit_model')).toContain(
    'xgflow serve --model models:/credit_model@champion\n',
  );
  const run = {
    ...({ metrics, runId, sweepId, experimentId: '7', variant: 'plain', task: 'binary' } as const),
    ...{ status: 'FINISHED', startTime: 0, params: {}, tags: {} },
  };
  const note = versionNote(run, metricKey('cv_roc_auc'));
  expect(note).toMatch(/^plain of sweep 20261126-200933-0a4e, the best by cv_roc_auc\n/);
  expect(rowsOf(note)).toContain('| roc_auc | 0.7833 | – | 0.7987 | – |');
  expect(note).toContain(`xgflow reproduce ${runId}\n`);
  const ensemble = { ...run, tags: { 'xgflow.ensemble': 'average' } };
  const ofEnsemble = versionNote(ensemble, metricKey('cv_roc_auc'));
  expect(ofEnsemble).toMatch(/^plain, an ensemble of sweep /);
  expect(ofEnsemble).not.toContain('reproduce');
});
