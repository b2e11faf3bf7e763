import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readCsv } from '@xgflow/data';
import type { ScoreTableOptions } from '../../src/batch/score-options.ts';
import { scoreTable } from '../../src/batch/score-table.ts';
import { csv, withModel } from './with-model.ts';

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

describe('nothing is written when', () => {
  const cases: [
    name: string,
    error: string,
    text: string,
    change: { input?: string; options?: Partial<ScoreTableOptions> },
  ][] = [
    [
      'a cell is bad',
      'BadFieldError',
      'in.csv row 2 (line 3), column "n"',
      { input: 'n,k\n1,a\nx,a\n' },
    ],
    ['a row is ragged', 'RaggedRowError', 'row 2 (line 3)', { input: 'n,k\n1,a\n2\n' }],
    ['a column is missing', 'MissingFieldError', 'no column "k"', { input: 'n,kk\n1,a\n' }],
    [
      'the input is missing',
      'UnreadableFileError',
      'no such file',
      { options: { input: '/nowhere/in.csv' } },
    ],
    [
      'a kept column is unknown',
      'KeepError',
      'no column "nope" to keep',
      { options: { keep: ['nope'] } },
    ],
    [
      'a kept column is ours',
      'KeepError',
      '"row" cannot be kept',
      { input: 'n,k,row\n1,a,1\n', options: { keep: ['row'] } },
    ],
    [
      'a column is to be kept twice',
      'KeepError',
      '"note" cannot be kept',
      { options: { keep: ['note', 'note'] } },
    ],
    [
      'it is aborted',
      'Error',
      'stopped',
      { options: { signal: AbortSignal.abort(new Error('stopped')) } },
    ],
  ];
  test.each(cases)('%s', async (_, name, text, change) => {
    await withModel(async ({ folder, input, output, predictor }) => {
      if (change.input !== undefined) await writeFile(input, change.input);
      const before = await readdir(folder);
      // Aborted in the middle: rows before the bad one have been written by then.
      const scoring = scoreTable({ predictor, input, output, batchRows: 1, ...change.options });
      await expect(scoring).rejects.toMatchObject({ name, message: expect.stringContaining(text) });
      expect(await readdir(folder)).toEqual(before);
    });
  });

  test('the output exists, is the input, or its folder is missing', async () => {
    await withModel(async ({ folder, input, output, predictor }) => {
      await writeFile(output, 'mine');
      await expect(scoreTable({ predictor, input, output })).rejects.toMatchObject({
        name: 'OutputError',
        reason: 'exists',
      });
      expect(await readFile(output, 'utf8')).toBe('mine');
      await expect(
        scoreTable({ predictor, input, output: join(folder, '.', 'in.csv'), overwrite: true }),
      ).rejects.toMatchObject({ reason: 'is-input' });
      expect(await readFile(input, 'utf8')).toBe(csv);
      await expect(
        scoreTable({ predictor, input, output: join(folder, 'no/out.csv') }),
      ).rejects.toMatchObject({ reason: 'write' });
      await scoreTable({ predictor, input, output, overwrite: true });
      expect(await readFile(output, 'utf8')).toMatch(/^row,/);
    });
  });

  test('the output is a folder or a device, or the file of bad rows too', async () => {
    await withModel(async ({ folder, input, output, predictor }) => {
      await mkdir(output);
      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const score = (more: Partial<ScoreTableOptions>) =>
        scoreTable({ predictor, input, output, overwrite: true, ...more });
      const before = await readdir(folder);
      await expect(score({})).rejects.toMatchObject({ name: 'OutputError', reason: 'no-file' });
      await expect(score({ output: pipe })).rejects.toMatchObject({ reason: 'no-file' });
      const twice = { output: join(folder, 'a.csv'), badRows: join(folder, '.', 'a.csv') };
      await expect(score(twice)).rejects.toMatchObject({ reason: 'is-bad-rows' });
      expect(await readdir(folder)).toEqual(before);
    });
  });

  test('how far it is cannot be written down: the error says where and why', async () => {
    await withModel(async ({ folder, input, output, predictor }) => {
      const checkpoint = `${output}.resume.json`;
      await mkdir(checkpoint);
      const before = await readdir(folder);
      await expect(scoreTable({ predictor, input, output })).rejects.toMatchObject({
        name: 'OutputError',
        message: `the output cannot be written: a folder is in its place · ${checkpoint} · choose another path`,
      });
      expect(await readdir(folder)).toEqual(before);
    });
  });

  test('the model gives several values a row', async () => {
    await withModel(async ({ folder, input, output, predictor }) => {
      await expect(scoreTable({ predictor, input, output })).rejects.toMatchObject({
        name: 'UnsupportedPredictionError',
      });
      expect(await readdir(folder)).not.toContain('out.csv');
    }, 'reg:quantileerror');
  });
});
