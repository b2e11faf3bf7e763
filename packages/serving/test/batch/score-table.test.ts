import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { readCsv } from '@xgflow/data';
import { scoreTable } from '../../src/batch/score-table.ts';
import { withModel } from './with-model.ts';

describe('a scored file', () => {
  test.each([1, 10, 57, 1000])(
    'has row i of the input as row i, in batches of %d',
    async (batchRows) => {
      await withModel(async ({ input, output, predictor }) => {
        const result = await scoreTable({
          predictor,
          input,
          output,
          batchRows,
          keep: ['note', 'k'],
        });
        const scored = await readCsv(output, { categorical: ['prediction', 'note', 'k'] });
        const table = await readCsv(input, { categorical: ['k', 'note'] });
        const { probabilities, labels } = predictor.predictTable(table);
        expect(scored.columnNames).toEqual([
          'row',
          'probability',
          'prediction',
          'unseen_levels',
          'note',
          'k',
        ]);
        expect(scored.column('row')).toMatchObject({
          values: Float64Array.from({ length: 57 }, (_, i) => i + 1),
        });
        const probability = scored.column('probability');
        expect(probability.kind === 'numeric' && Float32Array.from(probability.values)).toEqual(
          probabilities,
        );
        const prediction = scored.column('prediction');
        expect(prediction).toMatchObject({ levels: ['no', 'yes'], codes: labels });
        expect(scored.column('note')).toEqual(table.column('note'));
        expect(scored.column('k')).toEqual(table.column('k'));
        expect(result).toEqual({
          rows: 57,
          badRows: 0,
          resumedAt: 0,
          positives: labels.filter((label) => label === 1).length,
          unseenRows: 0,
          unseenByColumn: {},
        });
      });
    },
  );

  test('counts levels that the model never saw', async () => {
    await withModel(async ({ input, output, predictor }) => {
      await appendFile(input, '1,zz,\n2,,\n3,yy,\n');
      const result = await scoreTable({ predictor, input, output });
      expect(result).toMatchObject({ rows: 60, unseenRows: 2, unseenByColumn: { k: 2 } });
      const lines = (await readFile(output, 'utf8')).split('\n');
      expect(lines.slice(57, 61).map((line) => line.split(',').at(-1))).toEqual([
        '0',
        '1',
        '0',
        '1',
      ]);
    });
  });

  test.each(['constructor', '__proto__'])('of a column named %s too', async (name) => {
    await withModel(
      async ({ input, output, predictor }) => {
        await appendFile(input, '1,zz,\n');
        const { unseenByColumn } = await scoreTable({ predictor, input, output });
        expect(Object.entries(unseenByColumn)).toEqual([[name, 1]]);
      },
      'binary:logistic',
      ['no', 'yes'],
      name,
    );
  });

  test('of a regression model has no probability', async () => {
    await withModel(async ({ input, output, predictor }) => {
      expect(await scoreTable({ predictor, input, output })).toMatchObject({
        rows: 57,
        positives: 0,
      });
      const [header = '', first = ''] = (await readFile(output, 'utf8')).split('\n');
      expect(header).toBe('row,prediction,unseen_levels');
      expect(Number.isFinite(Number(first.split(',')[1]))).toBe(true);
    }, 'reg:squarederror');
  });

  test('of several classes has the likeliest one and a probability each', async () => {
    const names = ['low', 'mid "a"', 'high'];
    await withModel(
      async ({ input, output, predictor }) => {
        expect(await scoreTable({ predictor, input, output })).toMatchObject({ positives: 0 });
        const scored = await readCsv(output, { categorical: ['prediction'] });
        expect(scored.columnNames).toEqual([
          'row',
          'prediction',
          ...names.map((name) => `probability_${name}`),
          'unseen_levels',
        ]);
        const { labels, probabilities } = predictor.predictTable(
          await readCsv(input, { categorical: ['k', 'note'] }),
        );
        names.forEach((name, code) => {
          const column = scored.column(`probability_${name}`);
          expect(column.kind === 'numeric' && Float32Array.from(column.values)).toEqual(
            probabilities.filter((_, place) => place % 3 === code),
          );
        });
        const prediction = scored.column('prediction');
        if (prediction.kind !== 'categorical') throw new Error('no classes');
        expect(Array.from(prediction.codes, (code) => prediction.levels[code])).toEqual(
          Array.from(labels, (label) => names[label]),
        );
      },
      'multi:softprob',
      names,
    );
  });

  test('of a header alone is a header', async () => {
    await withModel(async ({ input, output, predictor }) => {
      await writeFile(input, 'n,k\n');
      expect(await scoreTable({ predictor, input, output })).toMatchObject({ rows: 0 });
      expect(await readFile(output, 'utf8')).toBe('row,probability,prediction,unseen_levels\n');
    });
  });
});
