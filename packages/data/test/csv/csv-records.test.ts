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
      { names: ['a', 'b'], rows: [], lines: [], numbers: [], firstRow: 1, upTo: 0 },
    ]);
  });

  test('and never wait long for a good row, so that ragged ones do not pile up', async () => {
    const content = `a,b\n1,2\n${'1\n'.repeat(500)}3,4\n${'1\n'.repeat(95)}`;
    let ragged = 0;
    const onRaggedRow = (): void => {
      ragged += 1;
    };
    const seen: { numbers: readonly number[]; upTo: number; ragged: number }[] = [];
    for await (const batch of csvRecords(blocks(content, 20), { batchRows: 100, onRaggedRow })) {
      const { numbers, rows, upTo } = batch;
      expect(rows).toHaveLength(numbers.length);
      seen.push({ numbers, upTo, ragged });
      ragged = 0;
    }
    // A batch, and what may be in a block of 20 bytes and in the parser's hands.
    expect(Math.max(...seen.map((batch) => batch.ragged))).toBeLessThan(130);
    expect(seen.flatMap(({ numbers }) => numbers)).toEqual([1, 502]);
    const ends = seen.map(({ upTo }) => upTo);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    expect(ends.at(-1)).toBe(597);
  });

  test('and say up to which row of the file they are done, ragged ones included', async () => {
    const content = 'a,b\n1,2\n1\n3,4\n5,6\n1\n7,8\n';
    for (const size of [1, 1000]) {
      const seen: [readonly number[], number][] = [];
      const options = { batchRows: 2, onRaggedRow: () => undefined };
      for await (const { numbers, upTo } of csvRecords(blocks(content, size), options)) {
        if (numbers.length > 0) seen.push([numbers, upTo]);
      }
      // No row may be done twice, and none be left out, where a reading goes on behind `upTo`.
      seen.forEach(([numbers, upTo], at) => {
        expect(upTo).toBeGreaterThanOrEqual(numbers.at(-1)!);
        expect(upTo).toBeLessThan(seen[at + 1]?.[0][0] ?? Infinity);
      });
      expect(seen.flatMap(([numbers]) => numbers)).toEqual([1, 3, 4, 6]);
    }
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
