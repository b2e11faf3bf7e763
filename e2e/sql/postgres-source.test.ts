import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSource, parseSource, pullSnapshot, readCsv, readSource } from '@xgflow/data';
import type { Table } from '@xgflow/data';
import { canary, Database } from '../support/database.ts';
import { CuttableProxy } from '../support/cuttable-proxy.ts';
import { refusedQueries } from './refused-queries.ts';

let database: Database;
let directory: string;

beforeAll(async () => {
  database = await Database.start();
  directory = await mkdtemp(path.join(tmpdir(), 'xgflow-pull-'));
  await database.query(`
    CREATE TYPE level AS ENUM ('low', 'high');
    CREATE DOMAIN share AS numeric(5, 2);
    CREATE TABLE typed (
      id int PRIMARY KEY, small smallint, big bigint, half real, double float8, money numeric(14, 2),
      whole numeric(20), free numeric, flag boolean, text text, code varchar(9), risk level, part share,
      day date, moment timestamp, zoned timestamptz, "Odd ""name""" int, raw bytea);
    INSERT INTO typed VALUES
      (2, -2, 0, 16777216, '-0', -0.01, 0, 1e3, false, 'é, "q"', '7', 'high', 0.5, '1970-01-01', '1970-01-01', '1970-01-01 01:00+01', 5, '\\x00'),
      (1, 1, 9007199254740991, 0.1, 0.1, 12.50, 12, 0.1, true, 'a', '07', 'low', 12.25, '2024-01-01', '2023-11-14 22:13:20', '2024-01-01 12:00+00', 4, NULL),
      (4, 7, -9007199254740991, 3.4028235e38, 4, 1, 42, 7, true, 'NA', '8', 'low', 1, '1969-12-31', '2024-02-29 12:00:00.5', '2024-01-01 00:00+00', NULL, NULL),
      (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    CREATE TABLE bad (a float8, big bigint, amount money); INSERT INTO bad VALUES (1, 1, 1), ('NaN', 9007199254740993, 1);
    CREATE TABLE unkeyed AS SELECT 1 AS a;
    CREATE TABLE empty (a int);
    CREATE TABLE numbers AS SELECT n, n / 7.0::float8 AS seventh, 't' || n % 11 AS text FROM generate_series(1, 50000) n;
    CREATE ROLE guest LOGIN PASSWORD 'guest'; GRANT CONNECT ON DATABASE insurance TO guest;
    CREATE SEQUENCE counter;
  `);
  process.env.PGPASSWORD = canary;
}, 60_000);

afterAll(async () => {
  delete process.env.PGPASSWORD;
  await database[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});

const source = (query: string, url = database.url) => openSource(parseSource(url), query);

/** Numbers as their bits: −0 is not 0. */
function typedBytes(table: Table): unknown[] {
  return table.columns.map((column) =>
    column.kind === 'numeric'
      ? { ...column, values: [...new BigUint64Array(Float64Array.from(column.values).buffer)] }
      : { ...column, codes: [...column.codes] },
  );
}

async function failure(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => {
      throw new Error('it came through');
    },
    (error: unknown) => error as Error,
  );
}

describe('a table of Postgres', () => {
  test('gives the table that a CSV file of the same content gives, in the order of its key', async () => {
    const csv = `id,small,big,half,double,money,whole,free,flag,text,code,risk,part,day,moment,zoned,"Odd ""name"""
1,1,9007199254740991,0.1,0.1,12.50,12,0.1,1,a,07,low,12.25,2024-01-01,2023-11-14 22:13:20,2024-01-01 12:00:00+00,4
2,-2,0,16777216.0,-0.0,-0.01,0,1000.0,0,"é, ""q""",7,high,0.50,1970-01-01,1970-01-01 00:00:00,1970-01-01 00:00:00+00,5
3,,,,,,,,,,,,,,,,
4,7,-9007199254740991,3.4028235e38,4.0,1.00,42,7.0,1,NA,8,low,1.00,1969-12-31,2024-02-29 12:00:00.5,2024-01-01 00:00:00+00,
`;
    const categorical = ['text', 'code', 'risk', 'day', 'moment', 'zoned'];
    const table = await readSource(source('typed'), { categorical, drop: ['raw'] });
    const expected = await readCsv(Readable.from([Buffer.from(csv)]), { categorical });
    expect(typedBytes(table)).toEqual(typedBytes(expected));
  });

  test.each([
    ['public.typed', 0],
    ['unkeyed', 1],
    ['SELECT a FROM unkeyed', 1],
    ['SELECT id FROM typed ORDER BY id DESC', 0],
  ])('%s: %i warnings of an order that is nowhere defined', async (query, count) => {
    const warnings: string[] = [];
    const drop = query.endsWith('typed') ? ['raw'] : [];
    await readSource(source(query), {
      drop,
      text: 'categorical',
      onWarning: (warning) => warnings.push(warning),
    });
    expect(warnings).toHaveLength(count);
  });

  test('of any size is pulled in blocks, in order, and kept', async () => {
    const seen: number[] = [];
    const { path: file, rows } = await pullSnapshot(source('SELECT * FROM numbers ORDER BY n'), {
      directory,
      onProgress: (progress) => seen.push(progress.rows),
    });
    expect(rows).toBe(50_000);
    expect(seen.length).toBeGreaterThan(20);
    const table = await readSource(openSource(parseSource(file)), { categorical: ['text'] });
    expect(table.column('n')).toMatchObject({
      values: Float64Array.from({ length: 50_000 }, (_, i) => i + 1),
    });
  }, 30_000);
});

describe('what can go wrong', () => {
  test.each(refusedQueries)('%s', async (query, name, says) => {
    const error = await failure(readSource(source(query)));
    expect([error.name, error.message]).toEqual([name, expect.stringMatching(says)]);
    expect(error.message).not.toContain('\n');
  });

  test.each([
    [
      'a wrong password',
      (url: string) => url.replace('claims@', 'claims:wrong@'),
      'SourceAuthError',
      /password authentication failed for user "claims"/,
    ],
    [
      'no such user',
      (url: string) => url.replace('claims@', 'nobody@'),
      'SourceAuthError',
      /authentication failed for user "nobody"/,
    ],
    [
      'no such database',
      (url: string) => url.replace('/insurance', '/insurances'),
      'SourceQueryError',
      /database "insurances" does not exist · .* · correct the name of the database$/,
    ],
    [
      'no permission',
      (url: string) => url.replace('claims@', 'guest:guest@'),
      'SourceAuthError',
      /^permission denied for table typed · /,
    ],
    [
      'no server',
      (url: string) => url.replace(/:\d+\//, ':1/'),
      'SourceUnavailableError',
      /^no answer from the database \(ECONNREFUSED\) · .* · check that it runs/,
    ],
    [
      'no such host',
      (url: string) => url.replace('127.0.0.1', 'no-such-host.invalid'),
      'SourceUnavailableError',
      /^no answer from the database \((?:ENOTFOUND|EAI_AGAIN)\)/,
    ],
  ])('%s', async (_, change, name, says) => {
    const error = await failure(readSource(source('SELECT id FROM typed', change(database.url))));
    expect([error.name, error.message]).toEqual([name, expect.stringMatching(says)]);
    expect(inspect(error, { depth: 9 })).not.toContain(canary);
  });

  test('without a password anywhere: it is asked for', async () => {
    delete process.env.PGPASSWORD;
    try {
      const error = await failure(readSource(source('typed')));
      expect([error.name, error.message]).toEqual([
        'SourceAuthError',
        expect.stringMatching(/^the server asks for a password · .* · set PGUSER and PGPASSWORD/),
      ]);
    } finally {
      process.env.PGPASSWORD = canary;
    }
  });

  test('a connection that is lost half-way: nothing is kept', async () => {
    await using proxy = await CuttableProxy.start(database.port);
    const kept = path.join(directory, 'lost');
    const url = database.url.replace(`:${database.port}`, `:${proxy.port}`);
    const pulling = pullSnapshot(source('SELECT * FROM numbers ORDER BY n', url), {
      directory: kept,
      onProgress: ({ rows }) => {
        if (rows >= 10_000) proxy.cut();
      },
    });
    const error = await failure(pulling);
    expect([error.name, error.message]).toEqual([
      'SourceUnavailableError',
      expect.stringMatching(/nothing was kept$/),
    ]);
    expect(await readdir(kept)).toEqual([]);
  });

  test('the server ends the session half-way', async () => {
    const kept = path.join(directory, 'ended');
    const pulling = pullSnapshot(source('SELECT * FROM numbers ORDER BY n'), {
      directory: kept,
      onProgress: ({ rows }) => {
        if (rows === 4000) {
          void database.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'xgflow'`,
          );
        }
      },
    });
    const outcome = await pulling.then(
      () => 'came through',
      (error: unknown) => (error as Error).name,
    );
    // The session may be gone after the last row was sent.
    expect(['came through', 'SourceUnavailableError']).toContain(outcome);
  });

  test('an abort ends the pull with its reason', async () => {
    const controller = new AbortController();
    const pulling = pullSnapshot(
      source('SELECT n, pg_sleep(0.001)::text AS s FROM numbers ORDER BY n'),
      {
        directory: path.join(directory, 'aborted'),
        signal: controller.signal,
      },
    );
    setTimeout(() => {
      controller.abort(new Error('stopped'));
    }, 300);
    expect((await failure(pulling)).message).toBe('stopped');
  });
});
