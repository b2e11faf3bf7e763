import { describe, expect, test } from '@jest/globals';
import { csvRecords, type RecordBatch } from '../../src/csv/csv-records.ts';
import { blocks } from './text-file.ts';

async function all(content: string, batchRows: number, size: number): Promise<RecordBatch[]> {
  const batches: RecordBatch[] = [];
  for await (const batch of csvRecords(blocks(content, size), { batchRows })) batches.push(batch);
  return batches;
}

describe('records come in batches of the size asked for', () => {
  const content = 'a,b\n1,x\n2,"y\nz"\n3,\n4,w\n';
  test.each([
    [1, [1, 2, 3, 4]],
    [2, [1, 3]],
    [3, [1, 4]],
    [4, [1]],
    [100, [1]],
  ])('%d rows', async (batchRows, firstRows) => {
    for (const size of [3, 1000]) {
      const batches = await all(content, batchRows, size);
      expect(batches.map((batch) => batch.firstRow)).toEqual(firstRows);
      expect(batches.flatMap((batch) => batch.rows)).toEqual([
        ['1', 'x'],
        ['2', 'y\nz'],
        ['3', ''],
        ['4', 'w'],
      ]);
      expect(batches.flatMap((batch) => batch.lines)).toEqual([2, 4, 5, 6]);
    }
  });

  test('a header only gives its names', async () => {
    expect(await all('a,b\n', 10, 100)).toEqual([
      { names: ['a', 'b'], rows: [], lines: [], numbers: [], firstRow: 1 },
    ]);
  });

  test('a ragged row ends the reading after the batches before it', async () => {
    const seen: number[] = [];
    const reading = async (): Promise<void> => {
      for await (const batch of csvRecords(blocks('a,b\n1,2\n3,4\n5\n', 4), { batchRows: 1 })) {
        seen.push(batch.firstRow);
      }
    };
    await expect(reading()).rejects.toMatchObject({ name: 'RaggedRowError', row: 3, line: 4 });
    expect(seen[0]).toBe(1);
    expect(seen).not.toContain(3);
  });
});
