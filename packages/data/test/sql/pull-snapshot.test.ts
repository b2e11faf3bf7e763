import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  contentDigest,
  openSource,
  parseSource,
  pullSnapshot,
  readSource,
  type Cell,
  type SourceColumn,
  type TableSource,
} from '../../src/index.ts';
import { columns, rows, rowsSource } from './rows-source.ts';
import { typedBytes } from './typed-bytes.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'xgflow-snapshot-'));
});
afterEach(() => rm(directory, { recursive: true }));

const typed = fileURLToPath(new URL('../fixtures/typed.parquet', import.meta.url));

describe('a snapshot', () => {
  test('holds what was pulled, to the bit, whatever the blocks', async () => {
    const pulled = await pullSnapshot(rowsSource(columns, rows), { directory });
    const again = await pullSnapshot(rowsSource(columns, rows, { size: 1 }), { directory });
    expect(again).toEqual(pulled);
    expect(pulled).toMatchObject({ rows: 4, path: join(directory, `${pulled.digest}.parquet`) });
    expect(await readdir(directory)).toEqual([`${pulled.digest}.parquet`]);

    const kept = openSource(parseSource(pulled.path));
    const categorical = ['the "text"'];
    expect(typedBytes(await readSource(kept, { categorical }))).toEqual(
      typedBytes(await readSource(rowsSource(columns, rows), { categorical })),
    );
    await using table = await kept.open();
    expect(await contentDigest(table)).toBe(pulled.digest);
  });

  test.each<[string, readonly SourceColumn[], readonly (readonly Cell[])[]]>([
    ['a cell', columns, rows.with(3, [0, 1e-300, 1, 'null'])],
    ['the order of rows', columns, rows.toReversed()],
    ['a missing cell that becomes empty', columns, rows.with(1, [null, null, null, ''])],
    ['a name', columns.with(0, { name: 'm', kind: 'integer', type: 'int8' }), rows],
    ['a row', columns, rows.slice(1)],
    ['a sign', columns, rows.with(2, [-1, 0, 0, ''])],
    ['a missing number that becomes 0', columns, rows.with(1, [0, null, null, null])],
    ['a kind', columns.with(0, { name: 'n', kind: 'float', type: 'int8' }), rows],
  ])('has another digest when it differs in %s', async (_, otherColumns, otherRows) => {
    const { digest } = await pullSnapshot(rowsSource(columns, rows), { directory });
    const other = await pullSnapshot(rowsSource(otherColumns, otherRows), { directory });
    expect(other.digest).not.toBe(digest);
  });

  test('has another digest when a border between two cells moves', async () => {
    const text = columns[3]!;
    const digests = await Promise.all(
      [
        ['a;b', 'c'],
        ['a', 'b;c'],
      ].map(async (cells) => {
        const source = rowsSource(
          [text],
          cells.map((cell) => [cell]),
        );
        return (await pullSnapshot(source, { directory })).digest;
      }),
    );
    expect(new Set(digests).size).toBe(2);
  });

  test('leaves nothing behind when the source fails, or has no rows', async () => {
    const lost = pullSnapshot(rowsSource(columns, rows, { fails: true }), { directory });
    await expect(lost).rejects.toThrow('the connection was lost');
    await expect(pullSnapshot(rowsSource(columns, []), { directory })).rejects.toThrow(
      /^no rows · rows/,
    );
    expect(await readdir(directory)).toEqual([]);
  });

  test('is written in a folder of its own beside the others, or in the one that is given', async () => {
    let during: readonly string[] = [];
    const looking: TableSource = {
      name: 'rows',
      open: async () => {
        const table = await rowsSource(columns, rows).open();
        async function* blocks() {
          yield* table.blocks();
          during = await readdir(directory, { recursive: true });
        }
        return { ...table, blocks };
      },
    };
    const { path } = await pullSnapshot(looking, { directory });
    expect(during).toEqual([expect.stringMatching(/^pull-\w{6}$/)]);
    expect(await readdir(directory)).toEqual([basename(path)]);

    const scratch = join(directory, 'mine');
    await mkdir(scratch);
    await pullSnapshot(looking, { directory, scratch });
    expect(during).toEqual(expect.arrayContaining(['mine']));
    expect(during.filter((name) => name.startsWith('pull-'))).toEqual([]);
    // The folder is its owner's.
    expect(await readdir(scratch)).toEqual([]);
  });

  test('that cannot be written says what is in the way, and where', async () => {
    const file = join(directory, 'file');
    await writeFile(file, '');
    await expect(pullSnapshot(rowsSource(columns, rows), { directory: file })).rejects.toThrow(
      `there is a file in its place · ${file} · choose another path`,
    );
    const inFile = join(file, 'snapshots');
    await expect(pullSnapshot(rowsSource(columns, rows), { directory: inFile })).rejects.toThrow(
      `part of the path is not a folder · ${inFile} · choose another path`,
    );
    const scratch = join(directory, 'gone');
    await expect(
      pullSnapshot(rowsSource(columns, rows), { directory, scratch }),
    ).rejects.toMatchObject({ name: 'UnwritableFileError', path: directory });
    const { path } = await pullSnapshot(rowsSource(columns, rows), { directory });
    await rm(path);
    await mkdir(path);
    await expect(pullSnapshot(rowsSource(columns, rows), { directory })).rejects.toThrow(
      `a folder is in its place · ${path} · choose another path`,
    );
    expect((await readdir(directory)).toSorted()).toEqual([basename(path), 'file'].toSorted());
  });

  test('leaves out what is dropped, and refuses to drop what is not there', async () => {
    const source = openSource(parseSource(typed));
    const { path } = await pullSnapshot(source, { directory, drop: ['text', 'day'] });
    const table = await readSource(openSource(parseSource(path)), { text: 'categorical' });
    await using all = await source.open();
    const names = all.columns.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['text', 'day']));
    expect(table.columnNames).toEqual(names.filter((name) => name !== 'text' && name !== 'day'));
    await expect(pullSnapshot(source, { directory, drop: ['texts'] })).rejects.toThrow(
      /^no column "texts" · .* · did you mean "text"\?/,
    );
  });

  test('of many rows keeps their order', async () => {
    const many = Array.from({ length: 30_000 }, (_, row) => [
      row,
      row / 7,
      row % 2,
      `t${row % 11}`,
    ]);
    const { path, rows: count } = await pullSnapshot(rowsSource(columns, many, { size: 5000 }), {
      directory,
    });
    const table = await readSource(openSource(parseSource(path)), { text: 'categorical' });
    expect(count).toBe(30_000);
    expect(table.column('n')).toMatchObject({
      values: Float64Array.from(many, ([n]) => Number(n)),
    });
  });
});
