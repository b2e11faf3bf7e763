import { appendFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ScoreTableOptions } from '../../src/batch/score-options.ts';
import { scoreTable } from '../../src/batch/score-table.ts';
import { common, stopAfter, text } from './interrupted.ts';
import { withModel } from './with-model.ts';

describe('an interrupted scoring', () => {
  test('whose part is gone, or cut, says so', async () => {
    await withModel(async ({ input, output, predictor }) => {
      await writeFile(input, text.replaceAll('bad,', '1,').replaceAll(/^1,a$/gm, '1,a,x'));
      const options = { predictor, input, output, ...common };
      for (const spoil of [rm, (part: string) => writeFile(part, 'row')]) {
        await expect(scoreTable({ ...options, ...stopAfter(5) })).rejects.toThrow('stopped');
        await spoil(`${output}.part`);
        await expect(scoreTable({ ...options, resume: true })).rejects.toThrow(
          /^what was left is gone, or not whole · .*out\.csv\.part · leave out resume/,
        );
      }
    });
  });

  test.each<[string, (place: { input: string }) => Promise<Partial<ScoreTableOptions>>]>([
    [
      'another input',
      async ({ input }) => {
        await appendFile(input, '1,a,x\n');
        return {};
      },
    ],
    [
      'an input that was touched',
      async ({ input }) => {
        const { atime } = await stat(input);
        await utimes(input, atime, new Date(1));
        return {};
      },
    ],
    ['other columns to keep', () => Promise.resolve({ keep: [] })],
    ['no file for bad rows', () => Promise.resolve({ badRows: undefined })],
  ])('does not go on with %s', async (_, change) => {
    await withModel(async ({ folder, input, output, predictor }) => {
      await writeFile(input, text);
      const options = { predictor, input, output, badRows: join(folder, 'bad.csv'), ...common };
      await expect(scoreTable({ ...options, ...stopAfter(5) })).rejects.toThrow('stopped');
      const changed = await change({ input });
      await expect(scoreTable({ ...options, ...changed, resume: true })).rejects.toMatchObject({
        name: 'ResumeError',
        message: expect.stringMatching(
          /^what was left is of another model, input or options · .*out\.csv\.resume\.json · /,
        ),
      });
    });
  });

  test('does not go on with a database, whose rows may have changed', async () => {
    await withModel(async ({ output, predictor }) => {
      const input = 'sqlite:claims.db';
      await expect(
        scoreTable({ predictor, input, query: 'claims', output, resume: true }),
      ).rejects.toThrow(
        /^a scoring of a database cannot be resumed, .* · sqlite:claims\.db · write its rows to a Parquet or CSV file first and score that, or leave out resume$/,
      );
    });
  });
});
