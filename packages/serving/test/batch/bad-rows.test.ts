import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { BadFieldError, type Predictor } from '@xgflow/model';
import { siftRows } from '../../src/batch/bad-rows.ts';
import { scoreTable } from '../../src/batch/score-table.ts';
import { withModel } from './with-model.ts';

const rows = Array.from({ length: 300 }, (_, row) => {
  if (row === 3) return 'x,a'; // row 4
  if (row === 10) return '1'; // row 11
  if (row === 11) return '1,"a\nb",c'; // row 12, of two lines
  if (row >= 200 && row < 240) return `many${row},a`;
  return `${row % 41},${['a', '"b,c"', 'new'][row % 3] ?? ''}`;
});
const text = `n,k\n${rows.join('\n')}\n`;

describe('bad rows', () => {
  test.each([1, 7, 64, 1000])(
    'are put aside, and the others scored, in batches of %i',
    async (batchRows) => {
      await withModel(async ({ folder, input, output, predictor }) => {
        await writeFile(input, text);
        const badRows = join(folder, 'bad.csv');
        const result = await scoreTable({ predictor, input, output, badRows, batchRows });
        expect(result).toMatchObject({ rows: 257, badRows: 43 });

        const [header, ...bad] = (await readFile(badRows, 'utf8')).trimEnd().split('\n');
        expect(header).toBe('row,line,column,reason');
        expect(bad.slice(0, 3)).toEqual([
          '4,5,n,"""x"" is not a number (of 32-bit floats)"',
          '11,12,,1 cells where the header has 2',
          '12,14,,3 cells where the header has 2',
        ]);
        expect(bad.map((line) => Number(line.split(',')[0]))).toEqual([
          4,
          11,
          12,
          ...Array.from({ length: 40 }, (_, at) => 201 + at),
        ]);

        // The good rows, scored without the others, are the same lines but for their numbers.
        const scored = (await readFile(output, 'utf8')).trimEnd().split('\n').slice(1);
        const numbers = scored.map((line) => Number(line.split(',')[0]));
        const clean = rows.filter((_, row) => numbers.includes(row + 1));
        await writeFile(input, `n,k\n${clean.join('\n')}\n`);
        await scoreTable({ predictor, input, output, overwrite: true });
        const again = (await readFile(output, 'utf8')).trimEnd().split('\n').slice(1);
        const without = (line: string): string => line.replace(/^\d+,/, '');
        expect(scored.map(without)).toEqual(again.map(without));
      });
    },
  );

  test('are found in few looks where they are few', () => {
    let looks = 0;
    const predictRows: Predictor['predictRows'] = (_, rows) => {
      looks += 1;
      const row = rows.findIndex(([cell]) => cell === 'x');
      if (row < 0) return { rows: rows.length } as never;
      const at = { row: row + 1, field: 'n', value: 'x', expected: 'a number', place: 'here' };
      throw new BadFieldError(at);
    };
    const numbers = Array.from({ length: 1024 }, (_, at) => at + 1);
    const rows = numbers.map((number) => [number === 1000 ? 'x' : '1']);
    const input = { names: ['n'], rows, numbers, lines: numbers, upTo: 1024 };
    const { bad, good } = siftRows({ predictRows }, input, 'in.csv');
    expect(bad.map(({ row }) => row)).toEqual([1000]);
    expect(good.rows).toHaveLength(1023);
    // Twice for each halving, and once for all of them before and after.
    expect(looks).toBeLessThanOrEqual(2 * 10 + 3);
  });

  test('all of them: a header alone, and everything aside', async () => {
    await withModel(async ({ folder, input, output, predictor }) => {
      await writeFile(input, 'n,k\nx,a\ny,a\n');
      const badRows = join(folder, 'bad.csv');
      expect(await scoreTable({ predictor, input, output, badRows })).toMatchObject({
        rows: 0,
        badRows: 2,
      });
      expect(await readFile(output, 'utf8')).toBe('row,probability,prediction,unseen_levels\n');
    });
  });

  test('do not hide what is wrong with the whole file', async () => {
    await withModel(async ({ folder, input, output, predictor }) => {
      const badRows = join(folder, 'bad.csv');
      const score = () => scoreTable({ predictor, input, output, badRows });
      await writeFile(input, 'n,kk\n1,a\n');
      const before = await readdir(folder);
      await expect(score()).rejects.toMatchObject({ name: 'MissingFieldError' });
      await writeFile(input, 'n,k\n1,"a\n');
      await expect(score()).rejects.toMatchObject({ name: 'CsvSyntaxError' });
      expect(await readdir(folder)).toEqual(before);
      await writeFile(badRows, 'mine');
      await writeFile(input, 'n,k\n1,a\n');
      await expect(score()).rejects.toMatchObject({ name: 'OutputError', reason: 'exists' });
      expect(await readFile(badRows, 'utf8')).toBe('mine');
    });
  });
});
