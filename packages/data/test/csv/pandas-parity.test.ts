import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { readCsv } from '../../src/csv/read-csv.ts';

const fixtures = new URL('../fixtures/', import.meta.url);
const claims = new URL('../../../../examples/claims/claims.csv', import.meta.url).pathname;

interface Expected {
  categorical: string[];
  columns: Record<
    string,
    { levels?: (string | number)[]; codes?: number[]; integer?: boolean; float64?: string }
  >;
}

async function json<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(name, fixtures), 'utf8')) as T;
}

describe('values equal those of pandas to the bit', () => {
  test.each(['numbers', 'missing', 'levels'])('%s.csv', async (name) => {
    const expected = await json<Expected>(`${name}.json`);
    const table = await readCsv(new URL(`${name}.csv`, fixtures).pathname, {
      categorical: expected.categorical,
    });
    expect(table.columnNames).toEqual(Object.keys(expected.columns));
    for (const column of table.columns) {
      const wanted = expected.columns[column.name]!;
      if (column.kind === 'categorical') {
        expect(column.levels).toEqual(wanted.levels);
        expect([...column.codes]).toEqual(wanted.codes);
        expect(column.missing).toBe(wanted.codes!.filter((code) => code < 0).length);
        continue;
      }
      expect(column.integer).toBe(wanted.integer);
      expect(Buffer.from(column.values.buffer).toString('base64')).toBe(wanted.float64);
      expect(column.missing).toBe(column.values.filter(Number.isNaN).length);
    }
  });

  test('claims.csv as float32, which also the default pandas parser gives', async () => {
    const expected = await json<Record<string, string>>('claims-float32.json');
    const table = await readCsv(claims, { text: 'categorical' });
    const digests = table.columns.map((column) => {
      const values = Float32Array.from(column.kind === 'numeric' ? column.values : column.codes);
      const hash = createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex');
      return [column.name, hash.slice(0, 16)];
    });
    expect(Object.fromEntries(digests)).toEqual(expected);
  });
});
