import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ContractBrokenError } from '@xgflow/data';
import { configHash, loadSweepConfig } from '../../src/config/index.ts';
import { DamagedSnapshotError } from '../../src/source/damaged-snapshot-error.ts';
import { readTable } from '../../src/source/index.ts';
import type { ReadTable, ReadTableOptions } from '../../src/source/index.ts';

let folder = '';
const at = (...names: string[]): string => path.join(folder, ...names);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'xgflow-source-'));
  insert(1, 2, 3);
  await writeFile(
    at('sweep.yaml'),
    'name: s\nsource: sqlite:table.db\nquery: SELECT x, y FROM t ORDER BY x\ntarget: y\nspace: { max_depth: { int: [1, 2] } }\n',
  );
});
afterEach(() => rm(folder, { recursive: true }));

function insert(...values: readonly number[]): void {
  const database = new DatabaseSync(at('table.db'));
  database.exec('CREATE TABLE IF NOT EXISTS t (x INTEGER, y INTEGER)');
  for (const x of values) database.exec(`INSERT INTO t VALUES (${x}, ${x % 2})`);
  database.close();
}

async function read(
  options: ReadTableOptions = {},
  categorical: readonly string[] = [],
): Promise<ReadTable> {
  const loaded = await loadSweepConfig(at('sweep.yaml'));
  return readTable(loaded, { categorical, drop: [] }, options);
}

const snapshots = async (): Promise<string[]> => readdir(at('.xgflow', 'snapshots'));

async function journalOf(digest: string): Promise<void> {
  const { config } = await loadSweepConfig(at('sweep.yaml'));
  await mkdir(at('.xgflow', 'sweeps'), { recursive: true });
  await writeFile(at('.xgflow', 'sweeps', `${configHash(config)}-${digest}-x.journal`), '');
}

describe('a table that is pulled', () => {
  test('is kept, and read from what is kept where its digest is asked for, without the database', async () => {
    const { digest, snapshot, table } = await read();
    expect(table.rowCount).toBe(3);
    expect(await snapshots()).toEqual([path.basename(snapshot ?? '')]);
    await rm(at('table.db'));
    const again = await read({ recorded: digest });
    expect([again.digest, again.snapshot, again.table.rowCount]).toEqual([digest, snapshot, 3]);
  });

  test('whose snapshot was changed: said, with what to do', async () => {
    const { digest, snapshot } = await read();
    insert(4);
    const other = await read();
    await writeFile(snapshot ?? '', await readFile(other.snapshot ?? ''));
    const reading = read({ recorded: digest });
    await expect(reading).rejects.toThrow(DamagedSnapshotError);
    await expect(reading).rejects.toThrow(
      `the snapshot was changed: its content has the digest ${other.digest} · ${snapshot ?? ''} · remove it`,
    );
  });

  test('of an unfinished sweep stays what it was, unless it is to be fresh', async () => {
    const { digest } = await read();
    await journalOf(digest);
    await journalOf('0123456789abcdef');
    insert(4);
    const kept = await read();
    expect([kept.digest, kept.table.rowCount]).toEqual([digest, 3]);
    expect(kept.warnings).toEqual([expect.stringMatching(/^an unfinished sweep goes on/)]);
    expect((await read({ fresh: true })).table.rowCount).toBe(4);
  });
});

describe('its contract', () => {
  test('is written by the first, holds the next, is only looked at by a check', async () => {
    expect((await read({ contract: 'look' })).contract).toMatchObject({ state: 'none' });
    expect((await read({ contract: 'keep' })).contract).toMatchObject({
      file: at('sweep.contract.json'),
      state: 'written',
    });
    expect((await read({ contract: 'keep' })).contract).toMatchObject({ state: 'holds' });
    expect((await read()).contract).toBeUndefined();
  });

  test('that is broken stops the reading, until it is accepted', async () => {
    await read({ contract: 'keep' });
    insert(1000);
    const reading = read({ contract: 'keep' });
    await expect(reading).rejects.toThrow(ContractBrokenError);
    await expect(reading).rejects.toThrow(/xgflow check sweep\.yaml --accept-contract/);
    const { contract } = await read({ contract: 'accept' });
    expect(contract?.state).toBe('accepted');
    expect(contract?.differences).toHaveLength(1);
    expect((await read({ contract: 'keep' })).contract?.state).toBe('holds');
  });

  test('is not accepted where the sweep file names a column that is gone: that is said instead', async () => {
    await read({ contract: 'keep' });
    const file = at('sweep.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('SELECT x,', 'SELECT x AS z,'));
    await expect(read({ contract: 'keep' }, ['x'])).rejects.toThrow(ContractBrokenError);
    await expect(read({ contract: 'accept' }, ['x'])).rejects.toThrow(/^no column "x"/);
  });
});
