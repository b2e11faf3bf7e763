import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ScoreTableOptions } from '../../src/batch/score-options.ts';
import { scoreTable } from '../../src/batch/score-table.ts';
import { csv, withModel } from './with-model.ts';

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
