import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import { canary, Database } from '../support/database.ts';
import type { SweepAnswer } from '../support/sweep-answer.ts';
import { freshName } from '../support/workspace.ts';
import { trackingUri, xgflow, xgflowJson } from '../support/xgflow.ts';
import { writeSources } from './claims-sources.ts';
import { killOnTheWay } from './kill-on-the-way.ts';
import { refusedCommands } from './refused-commands.ts';

const run = promisify(execFile);
const client = new MlflowClient({ trackingUri: trackingUri() });

const options = ['--log-trials', '0', '--concurrency', '1'];

let database: Database;
let directory: string;
const at = (name: string): string => path.join(directory, name);
const snapshots = (): Promise<string[]> =>
  readdir(at('.xgflow/snapshots')).then((names) => names.toSorted());

beforeAll(async () => {
  database = await Database.start();
  directory = await mkdtemp(path.join(tmpdir(), 'xgflow-db-sweep-'));
  await writeSources(directory, database);
}, 120_000);

afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});

const sweeps: Record<string, SweepAnswer> = {};

describe('a sweep', () => {
  test.each(['csv', 'parquet', 'sqlite', 'postgres'])(
    'on %s',
    async (kind) => {
      const args = ['sweep', `${kind}.yaml`, ...options];
      const sweep = await xgflowJson<SweepAnswer>(args, { cwd: directory });
      sweeps[kind] = sweep;
      expect(sweep.variants).toMatchObject([{ status: 'finished' }]);
      // The same rows in the same order: the same model to the last bit, whatever they were read from.
      expect(sweep.variants[0]?.metrics).toEqual(sweeps.csv?.variants[0]?.metrics);
    },
    120_000,
  );

  test('keeps one snapshot for the same content, and a contract for each sweep file', async () => {
    expect(await snapshots()).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.parquet$/u)]);
    expect(await readFile(at('.xgflow/.gitignore'), 'utf8')).toBe('*\n');
    const contracts = (await readdir(directory)).filter((name) => name.endsWith('.contract.json'));
    expect(contracts.toSorted()).toEqual(['postgres.contract.json', 'sqlite.contract.json']);
    expect(await readFile(at('postgres.contract.json'), 'utf8')).toBe(
      await readFile(at('sqlite.contract.json'), 'utf8'),
    );
  });

  test('records where the table came from, as Python reads it', async () => {
    const { inputs } = await client.runs.get(sweeps.postgres?.variants[0]?.run_id ?? '');
    expect(inputs.dataset_inputs[0]?.dataset).toMatchObject({
      name: 'insurance',
      source_type: 'code', // mlflow.data.get_source() gives a CodeDatasetSource with these tags
      source: JSON.stringify({ tags: { uri: database.url, query: 'claims' } }),
    });
  });

  test('whose password nothing repeats: no file, tag, artifact or line', async () => {
    const { stdout, stderr } = await xgflow(['sweep', 'postgres.yaml', '--dry-run', '--debug'], {
      cwd: directory,
    });
    expect(stdout + stderr).toContain('postgres');
    const { run_id: parent = '', variants } = sweeps.postgres ?? {};
    for (const runId of [parent, variants?.[0]?.run_id ?? '']) {
      const found = await client.runs.get(runId);
      expect(JSON.stringify(found)).not.toMatch(/canary|Xf7/u);
      const files = await client.artifacts.list(found.info.artifact_uri, '', { recursive: true });
      for (const file of files) {
        const text = await client.artifacts.readText(found.info.artifact_uri, file.path);
        expect(text).not.toMatch(/canary-Xf7/u);
      }
    }
    expect(stdout + stderr).not.toMatch(/canary-Xf7/u);
    const { stdout: holding } = await run('grep', ['-rlE', 'canary-Xf7', '.'], { cwd: directory });
    expect(holding.trim()).toBe('./postgres.yaml');
  }, 60_000);
});

describe('when the database changes', () => {
  test('reproduce works from the snapshot, also without the database', async () => {
    await database.query(`UPDATE claims SET age = age + 1 WHERE row_number < 500`);
    const runId = sweeps.postgres?.variants[0]?.run_id ?? '';
    expect(await xgflowJson(['reproduce', runId], { cwd: directory })).toMatchObject({
      reproduced: true,
      differences: [],
    });
    const [snapshot = ''] = await snapshots();
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'xgflow-else-'));
    await copyFile(at(`.xgflow/snapshots/${snapshot}`), path.join(elsewhere, 'rows.parquet'));
    expect(
      await xgflowJson(['reproduce', runId, '--data', 'rows.parquet'], { cwd: elsewhere }),
    ).toMatchObject({ reproduced: true, differences: [] });
    await rm(elsewhere, { recursive: true });
  }, 60_000);

  test('a sweep pulls anew; one that was stopped goes on with its own rows', async () => {
    const before = await snapshots();
    const name = freshName('resumed');
    const env = { CLAIMS_DATABASE: database.secretUrl };
    const text = (await readFile(at('variable.yaml'), 'utf8'))
      .replace('trials: 2', 'trials: 20')
      .replace('[5, 9]', '[50, 150]');
    await writeFile(at('resumed.yaml'), text.replace(/^name: .*/u, `name: ${name}`));
    const args = ['sweep', 'resumed.yaml', ...options];
    await killOnTheWay(args, { cwd: directory, env });
    const pulled = (await snapshots()).filter((file) => !before.includes(file));
    expect(pulled).toHaveLength(1);
    await database.query(`UPDATE claims SET age = age - 1 WHERE row_number < 500`);
    const { stderr } = await xgflow(args, { cwd: directory, env });
    expect(stderr).toMatch(
      /goes on with the rows it began with · snapshot [0-9a-f]{16} · --fresh pulls anew/u,
    );
    expect(await snapshots()).toEqual([...before, ...pulled].toSorted());
  }, 120_000);

  test('in its columns: the contract tells, with exit 3, and is accepted on demand', async () => {
    await database.query(`
      ALTER TABLE claims RENAME COLUMN gender TO sex;
      ALTER TABLE claims ADD COLUMN channel text DEFAULT 'web';
      UPDATE claims SET location = 'Atlantis' WHERE row_number = 7;
      UPDATE claims SET age = 400 WHERE row_number = 8;
    `);
    const broken = { cwd: directory, code: 3 };
    const { stdout } = await xgflow(['check', 'postgres.yaml'], broken);
    expect(stdout).toMatch(/^gender +renamed +gender +sex$/mu);
    expect(stdout).toMatch(/^location +new level +.* Atlantis$/mu);
    expect(stdout).toMatch(/^age +out of range +\S+ to \S+ +\S+ to 400$/mu);
    expect(stdout).toMatch(/^channel +added +no such column +string levels$/mu);
    expect(stdout).toMatch(/xgflow check postgres\.yaml --accept-contract$/mu);
    expect(await xgflowJson(['check', 'postgres.yaml'], broken)).toMatchObject({
      contract: { state: 'broken', differences: expect.any(Array) },
    });

    const { stderr } = await xgflow(['sweep', 'postgres.yaml', ...options], broken);
    expect(stderr).toMatch(
      /^✗ the data is not as its contract says: .*postgres\.contract\.json · correct/mu,
    );
    // Accepting needs a sweep file that fits: the renamed column is named in it.
    const text = (await readFile(at('postgres.yaml'), 'utf8')).replace('gender', 'sex, channel');
    await writeFile(at('postgres.yaml'), text);
    await xgflow(['check', 'postgres.yaml', '--accept-contract'], { cwd: directory });
    expect(await xgflowJson(['check', 'postgres.yaml'], { cwd: directory })).toMatchObject({
      ok: true,
      contract: { state: 'holds' },
    });
  }, 120_000);
});

describe('on the command line', () => {
  const password = { PGPASSWORD: canary };

  test('init drafts a sweep file from a database, and it runs', async () => {
    const init = (source: string, out: string): string[] => [
      ...['init', source, '--target', 'claim_status', '--out', out],
    ];
    const args = [...init(database.url, 'drafted.yaml'), '--query', 'claims'];
    await xgflow(args, { cwd: directory, env: password });
    const text = await readFile(at('drafted.yaml'), 'utf8');
    expect(text).toContain(`source: "${database.url}"\nquery: claims\n`);
    const { stdout } = await xgflow(['sweep', 'drafted.yaml', '--dry-run'], {
      cwd: directory,
      env: password,
    });
    expect(stdout).toMatch(/claim_status|original/u);
    await xgflow(init('claims.parquet', 'p.yaml'), { cwd: directory });
    const sqlite = [...init('sqlite:claims.db', 's.yaml'), '--query', 'claims'];
    await xgflow(sqlite, { cwd: directory });
    expect(await readFile(at('s.yaml'), 'utf8')).toContain('source: "sqlite:claims.db" # relative');
  }, 120_000);

  test.each(refusedCommands)(
    '%s',
    async (_, args, code, says, env = {}) => {
      const line = args.map((arg) => (arg === 'URL' ? database.secretUrl : arg));
      const wrong = database.url.replace('claims@', 'claims:wrong@');
      const { stderr, stdout } = await xgflow(line, {
        cwd: directory,
        code,
        env: Object.fromEntries(
          Object.entries(env).map(([key, value]) => [key, value === 'WRONG' ? wrong : value]),
        ),
      });
      expect(stderr).toMatch(says);
      expect(stderr + stdout).not.toMatch(/canary-Xf7/u);
    },
    30_000,
  );
});
