import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe as group, expect, test } from '@jest/globals';
import { csvRecords, readCsv, type Table } from '@xgflow/data';
import { Booster } from '@xgflow/xgboost-node';
import { writeModelDirectory } from '../../src/mlmodel/write-model-directory.ts';
import type { ModelDescription } from '../../src/mlmodel/model-description.ts';
import { Predictor } from '../../src/predictor/predictor.ts';
import { describePython } from '../python-scores.ts';
import { describe, people, peopleCsv, withFolder } from '../small-model.ts';

const fixtures = new URL('../fixtures/', import.meta.url).pathname;
const bits = (values: Float32Array): string =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');

group('a directory that Python wrote predicts what Python predicts, bit for bit', () => {
  test.each([
    ['python-categorical', 'binary', ['age', 'height', 'claims', 'region', 'product']],
    ['python-numeric', 'binary', ['age', 'height', 'claims']],
    ['python-regression', 'value', ['age', 'height', 'claims']],
    ['python-sklearn', 'binary', ['age', 'height', 'claims']],
  ])('%s', async (name, kind, features) => {
    const expected = JSON.parse(
      await readFile(join(fixtures, 'python-predictions.json'), 'utf8'),
    ) as Record<string, string>;
    using predictor = await Predictor.load(join(fixtures, name));
    expect(predictor.info).toMatchObject({
      kind,
      target: undefined,
      threshold: 0.5,
      xgboostVersion: '3.2.0',
    });
    expect(predictor.codec.featureNames).toEqual(features);
    expect(bits(predictor.predictTable(await people()).probabilities)).toBe(expected[name]);
    for await (const { names, rows } of csvRecords(peopleCsv)) {
      const records = rows.map((cells) =>
        Object.fromEntries(names.map((key, at) => [key, cells[at]])),
      );
      expect(bits(predictor.predictRows(names, rows).probabilities)).toBe(expected[name]);
      expect(bits(predictor.predictRecords(records).probabilities)).toBe(expected[name]);
    }
  });
});

group('inputs predicted together get what each gets alone', () => {
  test.each<[string, (table: Table) => ModelDescription]>([
    ['two classes', describe],
    ['three classes', (table) => describePython(table, 'multiclass')],
    ['exposure', (table) => ({ ...describePython(table, 'poisson'), exposure: 'years' })],
  ])('%s', async (_, described) => {
    await withFolder(async (folder) => {
      await writeModelDirectory(join(folder, 'm'), described(await people()));
      using predictor = await Predictor.load(join(folder, 'm'));
      const names = ['years', 'height', 'age', 'claims', 'region', 'product'];
      const inputs = [
        [
          [1, 180, 30, 1, 'north', 1],
          [0.5, 150, 60, null, 'nowhere', 2],
        ],
        [],
        [[0.25, 165.5, 46, 0, null, 'unheard of']],
      ];
      const encoded = inputs.map((rows) => predictor.encodeRows(names, rows));
      const together = predictor.predictEncoded(encoded);
      expect(together).toEqual(inputs.map((rows) => predictor.predictRows(names, rows)));
      expect(together.map(({ unseen }) => unseen.length)).toEqual([2, 0, 1]);
      expect(together[2]?.unseenByColumn.size).toBe(1);
    });
  });
});

group('a directory of this package', () => {
  test('predicts what the booster predicts, decides by its threshold, and says who it is', async () => {
    await withFolder(async (folder) => {
      const table = await people();
      const description = { ...describe(table), threshold: 0.7, runId: 'r1', modelId: 'm-1' };
      await writeModelDirectory(join(folder, 'm'), description);
      using predictor = await Predictor.load(join(folder, 'm'));
      using booster = Booster.fromBuffer(description.model);
      const { values } = booster.predictColumns(description.codec.encodeTable(table));
      const { probabilities, labels } = predictor.predictTable(table);
      expect(bits(probabilities)).toBe(bits(values));
      expect([...labels]).toEqual([...values].map((p) => Number(p > 0.7)));
      expect(predictor.info).toMatchObject({
        kind: 'binary',
        target: 'claim',
        classes: ['no', 'yes'],
        threshold: 0.7,
        runId: 'r1',
        modelId: 'm-1',
      });
      using other = await Predictor.load(join(folder, 'm'), { threshold: 0.1 });
      expect([...other.predictTable(table).labels]).toEqual(
        [...values].map((p) => Number(p > 0.1)),
      );
    });
  });

  test('a new level is missing to the model, and counted', async () => {
    await withFolder(async (folder) => {
      await writeModelDirectory(join(folder, 'm'), describe(await people()));
      using predictor = await Predictor.load(join(folder, 'm'));
      const known = { age: 50, height: 170, claims: 1, region: 'nord', product: 7 };
      const [unseen, missing] = [
        { ...known, region: 'West', product: 8 },
        { ...known, region: null, product: null },
      ];
      const result = predictor.predictRecords([known, unseen, missing]);
      expect(result.probabilities[1]).toBe(result.probabilities[2]);
      expect([...result.unseen]).toEqual([0, 2, 0]);
      expect(result.unseenByColumn).toEqual(
        new Map([
          ['region', 1],
          ['product', 1],
        ]),
      );
      expect(predictor.predictRecords([]).probabilities).toHaveLength(0);
      // A codec of levels reads a table by value, whatever codes that table has.
      const table = await readCsv(peopleCsv, { categorical: ['region', 'product'] });
      const last = table.take(Int32Array.of(table.rowCount - 1));
      expect(bits(predictor.predictTable(last).probabilities)).toBe(
        bits(predictor.predictTable(table).probabilities.slice(-1)),
      );
    });
  });

  test('does not predict after dispose', async () => {
    const predictor = await Predictor.load(join(fixtures, 'python-numeric'));
    predictor.dispose();
    predictor.dispose();
    expect(() => predictor.predictRecords([{ age: 1, height: 1, claims: 1 }])).toThrow();
  });
});
