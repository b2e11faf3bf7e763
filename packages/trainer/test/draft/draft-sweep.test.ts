import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseSource } from '@xgflow/data';
import { draftSweep } from '../../src/draft/draft-sweep.ts';
import { loadSweepConfig } from '../../src/config/index.ts';
import { prepareSweep } from '../../src/sweep/prepare.ts';
import { checkData } from '../../src/check/check-data.ts';

let directory = '';
const at = (name: string): string => path.join(directory, name);

/** 600 policies with every trap that a first table has. */
const lines = Array.from({ length: 600 }, (_, row) => {
  const sick = (row * 7) % 11 < 3 ? 1 : 0;
  const town = ['Bonn', 'true', '# Ulm'][row % 3] ?? '';
  const day = `2024-${String(1 + (row % 12)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}`;
  return [
    1000 + row,
    ((row * 31) % 97) / 2,
    town,
    row % 4,
    '',
    'EUR',
    day,
    sick === 1 ? 'paid' : 'open',
    sick * 100 + (row % 5),
    (row * 13) % 50,
    sick,
  ].join(',');
});
const header =
  'policy_id,premium,town,class,empty,currency,signed,claim_status_final,paid_amount,settlement days,has_claim';

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
    expect(draft.text).toMatch(/^duplicates: keep # 1 rows repeat/m);
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
