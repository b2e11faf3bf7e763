import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseSource } from '@xgflow/data';
import { draftSweep } from '../../src/draft/draft-sweep.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'drafts-'));
});
afterAll(() => rm(directory, { recursive: true }));

const draft = async (lines: readonly string[], target?: string) => {
  const file = path.join(directory, 'table.csv');
  await writeFile(file, [...lines, ''].join('\n'));
  const sweep = path.join(directory, 'sweep.yaml');
  return draftSweep({ source: parseSource(file), file: sweep, target });
};
const rows = Array.from({ length: 300 }, (_, row) => row);

test.each<[what: string, says: RegExp, lines: string[], target: string]>([
  [
    'no feature is left',
    /^no column is left to learn y from \(id: an id: no value twice; one: always 1\) · .*table\.csv · add columns/,
    ['id,one,y', ...rows.map((row) => `${row},1,${row % 2}`)],
    'y',
  ],
  [
    'the target is the only column',
    /^no column is left to learn y from \(it is the only one\)/,
    ['y', ...rows.map((row) => String(row % 2))],
    'y',
  ],
  [
    'a class of one row',
    /^a class of y has too few of the 300 rows to train, validate and test on · .*table\.csv · /,
    ['x,y', ...rows.map((row) => `${row % 7},${row === 5 ? 'rare' : 'usual'}`)],
    'y',
  ],
  [
    'text of thousands of values',
    /^column remark holds 1500 different texts, too many to predict · .*table\.csv · name a column/,
    ['x,remark', ...Array.from({ length: 1500 }, (_, row) => `${row % 7},remark ${row}`)],
    'remark',
  ],
])('%s: one line instead of a file that a sweep refuses', async (_, says, lines, target) => {
  await expect(draft(lines, target)).rejects.toThrow(says);
});

test('whole numbers of a few rows each are counts, not classes', async () => {
  const counts = rows.map((row) => `${row % 9},${row % 100 === 0 ? 2 + row / 100 : row % 2}`);
  expect((await draft(['x,claims', ...counts], 'claims')).summary.task).toBe('regression');
});

test('a file without a header is suspected', async () => {
  const lines = rows.map(
    (row) => `${row % 5}.5,${row % 2 ? 'Male' : 'Female'},${row % 3 ? 'a' : 'b'}`,
  );
  expect((await draft(lines, 'b')).headerLikeValue).toBe('0.5');
  const named = await draft(['x,sex,y', ...lines], 'y');
  expect(named.headerLikeValue).toBeUndefined();
});
