import { describe as group, expect, test } from '@jest/globals';
import type { Predictor } from '../../src/predictor/predictor.ts';
import { describePython, floats, insured, pythonScores } from '../python-scores.ts';
import { people, recordsOf, withPredictor } from '../small-model.ts';

const { exposure, poisson } = pythonScores;

type Insured = Record<string, unknown>;

async function withExposed(run: (predictor: Predictor) => Promise<void> | void): Promise<void> {
  await withPredictor({ ...describePython(await people(), 'poisson'), exposure: 'years' }, run);
}

const known: Insured = { age: 50, height: 170, claims: 1, region: 'nord', product: 7, years: 1 };

test('the log of the exposure is the base margin, bit for bit as in Python', async () => {
  await withExposed(async (predictor) => {
    const table = await insured();
    const expected = floats(poisson.predictions);
    expect(predictor.info).toMatchObject({ exposure: 'years', task: 'regression', kind: 'value' });
    expect(predictor.predictTable(table).probabilities).toEqual(expected);
    const records = recordsOf(table);
    expect(predictor.predictRecords(records, { extra: 'error' }).probabilities).toEqual(expected);
    const names = Object.keys(known).reverse();
    const rows = records.map((record) => names.map((name) => record[name]));
    expect(predictor.predictRows(names, rows).probabilities).toEqual(expected);
  });
});

test('twice the exposure is twice the prediction', async () => {
  await withExposed(async (predictor) => {
    const once = predictor.predictTable(await insured()).probabilities;
    const doubled = await insured(Float64Array.from(exposure, (years) => 2 * years));
    const twice = predictor.predictTable(doubled).probabilities;
    expect(twice).toHaveLength(exposure.length);
    twice.forEach((value, row) => {
      expect(value / (2 * once[row]!)).toBeCloseTo(1, 5);
    });
  });
});

group('an exposure that is none is refused, with its place', () => {
  test.each([
    ['missing', null, '"null"'],
    ['not a number', Number.NaN, '"NaN"'],
    ['empty text', '', '""'],
    ['a text that means missing', 'NA', '"NA"'],
    ['zero', 0, '"0"'],
    ['zero as text', '0.0', '"0.0"'],
    ['negative', -0.5, '"-0.5"'],
    ['a word', 'year', '"year"'],
    ['true', true, '"true"'],
    ['infinite', Infinity, '"Infinity"'],
  ])('%s', async (_, years, shown) => {
    await withExposed(async (predictor) => {
      const advice = 'give the exposure of every row, or leave the row out';
      const refused = {
        name: 'BadFieldError',
        row: 2,
        field: 'years',
        value: years,
        message: `${shown} is not a number above 0 · row 2, column "years" · ${advice}`,
      };
      const records = [known, { ...known, years }];
      expect(() => predictor.predictRecords(records)).toThrow(expect.objectContaining(refused));
      const names = Object.keys(known);
      const rows = records.map((record) => names.map((name) => record[name]));
      expect(() => predictor.predictRows(names, rows, { firstRow: 1 })).toThrow(
        expect.objectContaining(refused),
      );
      if (typeof years !== 'number' || years === Infinity) return;
      const table = await insured(Float64Array.from(exposure).fill(years, 1, 2));
      expect(() => predictor.predictTable(table)).toThrow(expect.objectContaining(refused));
    });
  });

  test('no such column', async () => {
    await withExposed(async (predictor) => {
      const without = Object.fromEntries(
        Object.entries(known).filter(([name]) => name !== 'years'),
      );
      const lacking = { name: 'MissingFieldError', fields: ['years'] };
      const records = [known, without];
      expect(() => predictor.predictRecords(records)).toThrow(
        expect.objectContaining({ ...lacking, row: 2 }),
      );
      const table = await people();
      expect(() => predictor.predictTable(table)).toThrow(expect.objectContaining(lacking));
      expect(() => predictor.predictRows(Object.keys(without), [])).toThrow(
        expect.objectContaining(lacking),
      );
      expect(() => predictor.predictTable(table.drop(['age']))).toThrow(
        expect.objectContaining({ fields: ['age', 'years'] }),
      );
      expect(predictor.predictRecords([]).probabilities).toHaveLength(0);
    });
  });
});
