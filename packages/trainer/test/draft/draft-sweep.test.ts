import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseSource } from '@xgflow/data';
import { draftSweep } from '../../src/draft/draft-sweep.ts';
import { loadSweepConfig } from '../../src/config/index.ts';
import { prepareSweep } from '../../src/sweep/prepare.ts';
import { checkData } from '../../src/check/check-data.ts';
import { header, lines } from './policies.ts';

let directory = '';
const at = (name: string): string => path.join(directory, name);

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'xgflow-draft-'));
  await writeFile(at('policies.csv'), [header, ...lines, lines[0], ''].join('\n'));
});
afterAll(() => rm(directory, { recursive: true }));

describe('a first sweep file', () => {
  test('says why each column is left out, and loads and prepares', async () => {
    const draft = await draftSweep({
      source: parseSource(at('policies.csv')),
      file: at('sweeps/first.yaml'),
      target: 'has_claim',
    });
    const left = draft.columns.filter(({ use }) => use === 'drop');
    expect(left.map(({ name, reason }) => [name, reason])).toEqual([
      ['policy_id', expect.stringMatching(/^an id by its name, and 100 %/)],
      ['empty', 'all cells are missing'],
      ['currency', 'always EUR'],
      ['signed', expect.stringMatching(/^dates are no categories/)],
      ['claim_status_final', expect.stringMatching(/^it alone tells the target \(AUC 1\.0000\)/)],
      ['paid_amount', expect.stringMatching(/^it alone tells the target \(AUC 1\.0000\)/)],
    ]);
    expect(draft.text).toContain('source: ../policies.csv #');
    expect(draft.text).toContain('- class # 4 integers: 0, 1, 2, 3');
    expect(draft.text).toMatch(/^# Leakage\? settlement days sounds like/m);
    expect(draft.text).toMatch(/^duplicates: keep # 1 row repeats an earlier one/m);
    await writeFile(at('first.yaml'), draft.text.replace('../policies.csv', 'policies.csv'));
    const loaded = await loadSweepConfig(at('first.yaml'));
    const prepared = await prepareSweep(loaded);
    expect(prepared.features.columnNames).toEqual(['premium', 'town', 'class', 'settlement days']);
    expect(prepared.target).toMatchObject({ task: 'binary', classes: [0, 1] });
    expect(await checkData(loaded)).toMatchObject({ ok: true, duplicates: 1, problems: [] });
  });

  test('odd names and classes are quoted, and read back as they are', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `${row % 7},${row % 2 ? 'yes' : 'no'}`);
    await writeFile(at('odd.csv'), ['"a: #b\t",y', ...rows, ''].join('\n'));
    const { text } = await draftSweep({ source: parseSource(at('odd.csv')), file: at('odd.yaml') });
    await writeFile(at('odd.yaml'), text);
    const { config } = await loadSweepConfig(at('odd.yaml'));
    expect(config).toMatchObject({
      target: 'y',
      positive_class: 'yes',
      categorical: ['a: #b\t'],
    });
    expect(config.variants.original?.split.stratify).toBe(true);
  });
});

describe('other tasks', () => {
  const draft = async (name: string, lines: readonly string[], target?: string) => {
    await writeFile(at(`${name}.csv`), [...lines, ''].join('\n'));
    const drafted = await draftSweep({
      source: parseSource(at(`${name}.csv`)),
      file: at(`${name}.yaml`),
      target,
    });
    await writeFile(at(`${name}.yaml`), drafted.text);
    const loaded = await loadSweepConfig(at(`${name}.yaml`));
    return {
      drafted,
      loaded,
      prepared: await prepareSweep(loaded),
      check: await checkData(loaded),
    };
  };
  const rows = Array.from({ length: 300 }, (_, row) => row);

  test('an amount at the edge of the table is a regression, with what its values allow', async () => {
    const lines = rows.map(
      (row) => `${((row * 17) % 211) + 0.5},${row % 9},${row % 2},${1 + (row % 3)}`,
    );
    const { drafted, loaded, prepared, check } = await draft('amounts', [
      'claim_amount,region,smoker,exposure_years',
      ...lines,
    ]);
    expect(drafted).toMatchObject({
      target: 'claim_amount',
      targetGuessed: true,
      summary: { task: 'regression', min: 0.5, zeros: 0 },
    });
    expect(loaded.config.task).toBe('regression');
    expect(Object.keys(loaded.config.variants)).toEqual([
      'original',
      'shallow',
      'regularized',
      'absolute',
      'gamma',
    ]);
    expect(prepared.target.task).toBe('regression');
    expect(check).toMatchObject({ ok: true, target: { task: 'regression', max: 210.5 } });
  });

  test('amounts that are often 0 get Tweedie, an exposure is offered', async () => {
    const lines = rows.map(
      (row) => `${row % 3 === 0 ? 0 : row * 1.5},${row % 9},${0.5 + (row % 30) / 10}`,
    );
    const { drafted, loaded } = await draft('zeros', ['cost,region,exposure', ...lines]);
    expect(Object.keys(loaded.config.variants)).toContain('tweedie');
    expect(Object.keys(loaded.config.variants)).not.toContain('gamma');
    expect(drafted.text).toContain('0 in 100 rows, which mape leaves out');
    expect(drafted.text).toMatch(/^# exposure: exposure$/m);
  });

  test('columns about persons, and exposures, are known however their names are written', async () => {
    const lines = rows.map(
      (row) => `${row * 1.5},${18 + (row % 60)},${row % 2},${0.5 + ((row * 7) % 30) / 10}`,
    );
    const { drafted } = await draft('names', [
      'cost,Customer Age,policyGender,exposureYears',
      ...lines,
    ]);
    expect(drafted.text).toMatch(/^# sensitive: \["Customer Age", policyGender\]$/m);
    expect(drafted.text).toMatch(/^# exposure: exposureYears$/m);
  });

  test('of many classes the first are named, and that there are more is said', async () => {
    const lines = rows.map((row) => `${(row * 5) % 23},class ${row % 12}`);
    const { drafted } = await draft('many', ['x,tariff', ...lines], 'tariff');
    expect(drafted.text).toMatch(
      /^target: tariff # 12 classes: class 0, class 1, class 10, class 11, class 2, class 3, class 4, class 5, …$/m,
    );
  });

  test('text of several levels is several classes', async () => {
    const lines = rows.map((row) => `${(row * 5) % 23},${['low', 'mid', 'high'][row % 3] ?? ''}`);
    const { drafted, prepared, check } = await draft('levels', ['x,tariff', ...lines], 'tariff');
    expect(drafted.summary).toEqual({
      task: 'multiclass',
      classes: ['high', 'low', 'mid'],
      rows: [100, 100, 100],
    });
    expect(prepared.plans[0]).toMatchObject({
      task: 'multiclass',
      params: { objective: 'multi:softprob', num_class: 3 },
    });
    expect(check.ok).toBe(true);
  });
});

describe('the data checks alone', () => {
  test('find what stops a sweep, with row and column', async () => {
    const sweep = `name: c
source: nowhere.csv
target: has_claim
categorical: [town, currency, signed, claim_status_final]
duplicates: fail
checks: { premium: { max: 40 } }
search: { trials: 1, folds: 2 }
space: { n_estimators: { int: [2, 3] } }
`;
    await writeFile(at('check.yaml'), sweep);
    const loaded = await loadSweepConfig(at('check.yaml'));
    const found = await checkData({ ...loaded, location: parseSource(at('policies.csv')) });
    expect(found.ok).toBe(false);
    expect(found.report.violations).toContainEqual({
      check: 'duplicates',
      row: 601,
      column: null,
      value: 'row 1',
    });
    expect(found.report.counts).toContainEqual({
      check: 'max',
      column: 'premium',
      count: lines.filter((line) => Number(line.split(',')[1]) > 40).length,
    });
    expect(found.suspects.map(({ column, why }) => [column, why])).toEqual([
      ['claim_status_final', 'score'],
      ['paid_amount', 'score'],
      ['settlement days', 'name'],
    ]);
    await writeFile(
      at('one.csv'),
      [header, ...lines.map((line) => line.replace(/1$/, '0'))].join('\n'),
    );
    const one = await checkData({ ...loaded, location: parseSource(at('one.csv')) });
    expect(one).toMatchObject({
      ok: false,
      target: undefined,
      problems: [expect.stringMatching(/^the target has one class only/)],
    });
  });
});
