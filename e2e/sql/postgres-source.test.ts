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
import { refusedConnections } from './refused-connections.ts';
import { refusedQueries } from './refused-queries.ts';
import { typedCsv, typedTables } from './typed-tables.ts';

let database: Database;
let directory: string;

beforeAll(async () => {
  database = await Database.start();
  directory = await mkdtemp(path.join(tmpdir(), 'xgflow-pull-'));
  await database.query(typedTables);
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
    const categorical = ['text', 'code', 'risk', 'day', 'moment', 'zoned'];
    const table = await readSource(source('typed'), { categorical, drop: ['raw'] });
    const expected = await readCsv(Readable.from([Buffer.from(typedCsv)]), { categorical });
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

  test.each(refusedConnections)('%s', async (_, change, name, says) => {
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
