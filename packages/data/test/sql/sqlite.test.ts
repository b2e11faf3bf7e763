import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSource, parseSource, readCsv, readSource } from '../../src/index.ts';
import { blocks } from '../csv/text-file.ts';
import { typedBytes } from './typed-bytes.ts';

let directory: string;
let path: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'xgflow-sqlite-'));
  path = join(directory, 'claims.db');
  const database = new DatabaseSync(path);
  database.exec(`
    CREATE TABLE claims (id INTEGER PRIMARY KEY, amount REAL, area TEXT, paid BOOLEAN, note TEXT);
    INSERT INTO claims VALUES (3, 1.5, 'north', 1, 'x'), (1, 2, 'süd, "s"', 0, NULL), (2, NULL, 'NA', NULL, 'y');
    CREATE TABLE unkeyed (a); INSERT INTO unkeyed VALUES (2), (1);
    CREATE TABLE keyed (a TEXT, b INTEGER, PRIMARY KEY (b, a)) WITHOUT ROWID;
    INSERT INTO keyed VALUES ('b', 1), ('a', 2), ('a', 1);
    CREATE VIEW seen AS SELECT a FROM unkeyed;
    CREATE TABLE empty (a);
    CREATE TABLE odd (a, big, huge, raw);
    INSERT INTO odd VALUES (1, 9007199254740991, 9e999, x'00'), ('one', 9007199254740993, 1, NULL);
  `);
  database.close();
});
afterAll(() => rm(directory, { recursive: true }));

const source = (query: string) => openSource(parseSource(`sqlite:${path}`), query);

describe('a SQLite file', () => {
  test('gives the table that a CSV file of the same content gives', async () => {
    const csv = 'id,amount,area,paid,note\n1,2.0,"süd, ""s""",0,\n2,,NA,,y\n3,1.5,north,1,x\n';
    const options = { categorical: ['area'], drop: ['note'] };
    expect(typedBytes(await readSource(source('claims'), options))).toEqual(
      typedBytes(await readCsv(blocks(csv), options)),
    );
  });

  test.each([
    ['keyed', 'b', [1, 1, 2], []],
    ['unkeyed', 'a', [2, 1], []],
    ['seen', 'a', [2, 1], [expect.stringMatching(/in no defined order.* · seen is a view/)]],
    ['SELECT a FROM unkeyed ORDER BY a', 'a', [1, 2], []],
    ['SELECT a FROM unkeyed', 'a', [2, 1], [expect.stringMatching(/in no defined order/)]],
    ["SELECT a, 'order by' AS c FROM unkeyed -- order by", 'a', [2, 1], [expect.anything()]],
  ])('%s: rows in a defined order, or a warning', async (query, column, values, expected) => {
    const warnings: string[] = [];
    const table = await readSource(source(query), {
      text: 'categorical',
      onWarning: (warning) => warnings.push(warning),
    });
    expect(table.column(column)).toMatchObject({ values: Float64Array.from(values) });
    expect(warnings).toEqual(expected);
  });

  const faults: readonly (readonly [string, RegExp])[] = [
    ['clams', /^no such table: clams · sqlite:.* · did you mean claims\?$/],
    ['SELECT amont FROM claims', /^no such column: amont · .* · did you mean amount\?$/],
    ['SELEC 1', /^near "SELEC": syntax error · /],
    ['SELECT 1 AS a; DROP TABLE claims', /^several statements · /],
    ['DELETE FROM claims', /readonly database|gives no columns/],
    ['SELECT a FROM odd', /^"one" is not a number · .* row 2, column "a" · /],
    ['SELECT big FROM odd', /^"9007199254740993" is an integer beyond .* row 2, column "big"/],
    ['SELECT huge FROM odd', /^"Infinity" is not a finite number · .* row 1, column "huge"/],
    ['SELECT raw FROM odd', /^type BLOB is neither a number nor text/],
    ['empty', /^no rows · /],
    ['SELECT 1 AS a, 2 AS a', /^column "a" comes twice/],
    ['SELECT json(a) FROM odd ORDER BY 1', /malformed JSON/],
  ];
  test.each(faults)('refuses %s in one line', async (query, says) => {
    const reading = readSource(source(query));
    await expect(reading).rejects.toThrow(says);
    await expect(reading).rejects.not.toThrow(/\n/);
  });

  test('that is none, or not there, is told apart', async () => {
    const other = join(directory, 'other.db');
    const read = () => readSource(openSource(parseSource(`sqlite:${other}`), 'claims'));
    await expect(read()).rejects.toThrow(/^no such file · /);
    await writeFile(other, 'a,b\n'.repeat(1000));
    await expect(read()).rejects.toThrow(/^file is not a database · /);
  });

  test('that another program is writing is waited for, and then told', async () => {
    const busy = join(directory, 'busy.db');
    const writer = new DatabaseSync(busy);
    writer.exec('CREATE TABLE a (a); INSERT INTO a VALUES (1); BEGIN EXCLUSIVE');
    const read = () => readSource(openSource(parseSource(`sqlite:${busy}`), 'a'));
    const started = performance.now();
    const says = /^another program is writing the database · sqlite:.* · try again/;
    await expect(read()).rejects.toMatchObject({
      name: 'SourceUnavailableError',
      message: expect.stringMatching(says),
    });
    expect(performance.now() - started).toBeGreaterThan(1500);
    writer.exec('COMMIT');
    writer.close();
    expect((await read()).rowCount).toBe(1);
  });

  test('warns of nothing experimental', async () => {
    const emitted: unknown[] = [];
    const listen = (warning: unknown): number => emitted.push(warning);
    process.on('warning', listen);
    await readSource(source('unkeyed'));
    await new Promise(setImmediate);
    process.off('warning', listen);
    expect(emitted).toEqual([]);
  });
});
