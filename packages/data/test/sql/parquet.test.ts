import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSource, parseSource, readCsv, readSource } from '../../src/index.ts';
import { writeParquet } from '../../src/sql/parquet/write-parquet.ts';
import type { Cell, SourceColumn } from '../../src/sql/cell.ts';
import type { OpenTable, RowBlock } from '../../src/sql/table-source.ts';
import { typedBytes } from './typed-bytes.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

const typed = (query?: string) => openSource(parseSource(fixture('typed.parquet')), query);
const categorical = ['text', 'code', 'category', 'day', 'moment'];

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'xgflow-parquet-'));
});
afterAll(() => rm(directory, { recursive: true }));

/** A Parquet file of one column, as another program would write it. */
async function oneColumn(kind: 'float' | 'integer', cells: readonly Cell[]): Promise<string> {
  const path = join(directory, `${kind}.parquet`);
  const columns = [{ name: 'a', kind, type: kind }] as const;
  async function* blocks() {
    await Promise.resolve();
    yield { cells: [cells], rowCount: cells.length };
  }
  await writeParquet({ path, place: path }, columns, blocks());
  return path;
}

async function firstBlock(table: OpenTable): Promise<RowBlock> {
  for await (const block of table.blocks()) return block;
  throw new Error('no rows');
}

describe('a Parquet file', () => {
  test('gives the table that a CSV file of the same content gives, to the bit', async () => {
    const parquet = await readSource(typed(), { categorical });
    const csv = await readCsv(fixture('typed.csv'), { categorical });
    expect(typedBytes(parquet)).toEqual(typedBytes(csv));
    expect(parquet.rowCount).toBe(4);
  });

  test('gives text to no column that nobody declared', async () => {
    await expect(readSource(typed())).rejects.toThrow(
      /^"a" is not a number · .*typed\.parquet row 1, column "text" · /,
    );
    const table = await readSource(typed(), { text: 'categorical' });
    expect(table.column('code').kind).toBe('numeric'); // as pandas reads 07, 7, 8 of a CSV file
    expect(table.column('category').kind).toBe('categorical');
  });

  test('answers a query over the view source, in its order', async () => {
    const query =
      'SELECT unsigned, small * 2 AS twice FROM source WHERE flag ORDER BY unsigned NULLS LAST';
    const table = await readSource(typed(query));
    expect(table.column('twice')).toMatchObject({ integer: true, values: Float64Array.of(2, 14) });
  });

  const faults: readonly (readonly [string, RegExp])[] = [
    ['SELECT smal FROM source', /Referenced column "smal" not found.*Candidate bindings: "small"/],
    ['SELECT * FROM clams', /Table with name clams does not exist/],
    ['SELEC 1', /syntax error at or near "SELEC"/],
    ['SELECT 1 AS a; SELECT 2 AS a', /^several statements · /],
    ["COPY source TO '/tmp/stolen.csv'", /disabled by configuration|Permission Error/],
    ["SELECT * FROM read_csv('/etc/passwd')", /disabled by configuration|Permission Error/],
    ['SELECT 1 AS a, 2 AS a', /^column "a" comes twice · /],
    ['SELECT [1, 2] AS a', /^type INTEGER\[\] is neither a number nor text · .*, column "a" · /],
    ['SELECT * FROM source WHERE small > 100', /^no rows · /],
  ];
  test.each(faults)('refuses %s in one line', async (query, says) => {
    const reading = readSource(typed(query), { categorical: [] });
    await expect(reading).rejects.toThrow(says);
    await expect(reading).rejects.not.toThrow(/\n/);
  });

  test('refuses what a 64-bit float cannot hold, with its place', async () => {
    const path = await oneColumn('float', [1, Number.NaN]);
    await expect(readSource(openSource(parseSource(path)))).rejects.toThrow(
      /^"NaN" is not a finite number · .*float\.parquet row 2, column "a" · write NULL/,
    );
    const query = 'SELECT 9007199254740993 AS big FROM source';
    await expect(readSource(openSource(parseSource(path), query))).rejects.toThrow(
      /^"9007199254740993" is an integer beyond ±\(2\^53 − 1\) · .* row 1, column "big" · /,
    );
  });

  test.each(['a*?[b].parquet', 'd[1]/a.parquet', 'b]?/[c.parquet', 'plain.parquet', 'year=7/a.pq'])(
    'with the name %s is read, and no other that the name matches as a pattern',
    async (name) => {
      const folder = await mkdtemp(join(directory, 'names-'));
      const write = async (as: string, value: number): Promise<string> => {
        const path = join(folder, as);
        await mkdir(dirname(path), { recursive: true });
        await rename(await oneColumn('integer', [value]), path);
        return path;
      };
      await write('axyb.parquet', 1);
      await write('d1/a.parquet', 2);
      await write('b]x/[c.parquet', 3);
      const path = await write(name, 4);
      for (const query of [undefined, 'SELECT * FROM source']) {
        const table = await readSource(openSource(parseSource(path), query));
        expect(table.columnNames).toEqual(['a']);
        expect(table.column('a')).toMatchObject({ values: Float64Array.of(4) });
      }
    },
  );

  test('that is none, or not there, is told apart', async () => {
    const path = join(directory, 'no.parquet');
    await expect(readSource(openSource(parseSource(path)))).rejects.toThrow(/^no such file · /);
    await writeFile(path, 'a,b\n1,2\n');
    await expect(readSource(openSource(parseSource(path)))).rejects.toThrow(/^not a Parquet file/);
  });

  test('of many rows is read block by block, in order', async () => {
    const cells = Array.from({ length: 10_000 }, (_, row) => row);
    const path = await oneColumn('integer', cells);
    const table = await readSource(openSource(parseSource(path)));
    expect(table.column('a')).toMatchObject({ values: Float64Array.from(cells), integer: true });
  });

  test('skips the columns that are dropped, whatever their type', async () => {
    const query = "SELECT small, '\\x00'::BLOB AS raw FROM source";
    const columns: SourceColumn[] = [];
    await using open = await typed(query).open();
    columns.push(...open.columns);
    expect(columns.map(({ kind }) => kind)).toEqual(['integer', 'unsupported']);
    const table = await readSource(typed(query), { drop: ['raw'] });
    expect(table.columnNames).toEqual(['small']);
  });

  test.each([undefined, 'SELECT * FROM source'])(
    'gives nulls for what is skipped, and the others in their places (query %s)',
    async (query) => {
      await using all = await typed(query).open();
      await using some = await typed(query).open({ skip: new Set(['small', 'half', 'text']) });
      await using none = await typed(query).open({ skip: { has: () => true } });
      const [blocks, kept, nulls] = await Promise.all([all, some, none].map(firstBlock));
      expect(some.columns).toEqual(all.columns);
      expect(kept?.cells).toEqual(
        blocks?.cells.map((cells, index) =>
          ['small', 'half', 'text'].includes(all.columns[index]?.name ?? '')
            ? cells.map(() => null)
            : cells,
        ),
      );
      expect(nulls).toEqual({
        cells: blocks?.cells.map((cells) => cells.map(() => null)),
        rowCount: blocks?.rowCount,
      });
    },
  );

  test('lends a query a folder to spill into, and removes it', async () => {
    const folders = async () =>
      (await readdir(tmpdir())).filter((name) => name.startsWith(`xgflow-query-${process.pid}-`));
    const table = await typed('SELECT small FROM source ORDER BY small').open();
    expect(await folders()).toHaveLength(1);
    await table[Symbol.asyncDispose]();
    await expect(typed('SELECT smal FROM source').open()).rejects.toThrow(/smal/);
    await using whole = await typed().open();
    expect(whole.columns).not.toEqual([]);
    expect(await folders()).toEqual([]);
  });
});
