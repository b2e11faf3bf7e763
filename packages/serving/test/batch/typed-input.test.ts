import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from '@jest/globals';
import { openSource, parseSource, pullSnapshot } from '@xgflow/data';
import { scoreTable } from '../../src/batch/score-table.ts';
import { float32ToString } from '../../src/batch/float32-to-string.ts';
import { withModel } from './with-model.ts';

/** The same rows as CSV text, in SQLite and as Parquet. */
async function tables(folder: string): Promise<{ csv: string; sqlite: string; parquet: string }> {
  const rows = Array.from({ length: 100 }, (_, row): [number | null, string | null, string] => [
    row % 13 === 0 ? null : (row % 41) / 2,
    row % 17 === 0 ? null : (['a', 'b,c', 'ü', 'new'][row % 4] ?? null),
    `note "${row}"`,
  ]);
  const csv = join(folder, 'rows.csv');
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map(
    ([n, k, note]) => `${n ?? ''},${k === null ? '' : quoted(k)},${quoted(note)}`,
  );
  await writeFile(csv, `n,k,note\n${lines.join('\n')}\n`);
  const file = join(folder, 'rows.db');
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE claims (n REAL, k TEXT, note TEXT, raw BLOB)');
  const insert = database.prepare('INSERT INTO claims VALUES (?, ?, ?, ?)');
  for (const row of rows) insert.run(...row, new Uint8Array([1]));
  database.close();
  const sqlite = `sqlite:${file}`;
  const snapshot = await pullSnapshot(openSource(parseSource(sqlite), 'claims'), {
    directory: folder,
    drop: ['raw'],
  });
  return { csv, sqlite, parquet: snapshot.path };
}

describe('a table with types', () => {
  test('is scored as the CSV file of the same content, and as records one by one', async () => {
    await withModel(async ({ folder, output, predictor }) => {
      const { csv, parquet, sqlite } = await tables(folder);
      const keep = ['note'];
      await scoreTable({ predictor, input: csv, output, keep });
      const expected = await readFile(output, 'utf8');
      for (const [input, query] of [
        [parquet],
        [sqlite, 'claims'],
        [parquet, 'SELECT * FROM source'],
      ] as const) {
        const result = await scoreTable({ predictor, input, query, output, keep, overwrite: true });
        expect(await readFile(output, 'utf8')).toBe(expected);
        expect(result).toMatchObject({ rows: 100, unseenRows: 24 });
      }
      const lines = expected.trimEnd().split('\n').slice(1);
      await using table = await openSource(parseSource(parquet)).open();
      const names = table.columns.map(({ name }) => name);
      for await (const { cells, rowCount } of table.blocks()) {
        for (let row = 0; row < rowCount; row++) {
          const record = Object.fromEntries(names.map((name, at) => [name, cells[at]?.[row]]));
          const { probabilities } = predictor.predictRecords([record]);
          expect(lines[row]?.split(',')[1]).toBe(float32ToString(probabilities[0] ?? NaN));
        }
      }
    });
  });

  test('with a needed column of no usable type is refused; bad cells go aside', async () => {
    await withModel(async ({ folder, output, predictor }) => {
      const { sqlite } = await tables(folder);
      await expect(
        scoreTable({
          predictor,
          input: sqlite,
          query: 'SELECT raw AS n, k FROM claims ORDER BY 1',
          output,
        }),
      ).rejects.toThrow(/^type BLOB is neither a number nor text · sqlite:.*, column "n" · /);
      const badRows = join(folder, 'bad.csv');
      const query = `SELECT CASE WHEN rowid = 5 THEN 'x' ELSE n END AS n, k FROM claims ORDER BY rowid`;
      expect(await scoreTable({ predictor, input: sqlite, query, output, badRows })).toMatchObject({
        rows: 99,
        badRows: 1,
      });
      expect(await readFile(badRows, 'utf8')).toMatch(/\n5,,n,"""x"" is not a number/);
    });
  });
});
