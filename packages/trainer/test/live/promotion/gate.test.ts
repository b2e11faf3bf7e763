import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import { Predictor } from '@xgflow/model';
import { metricKey } from '../../../src/record/metric-key.ts';
import { readSweeps } from '../../../src/record/read-sweeps.ts';
import {
  candidateOf,
  modelHistory,
  parsePolicy,
  promoteVersion,
  rollBack,
} from '../../../src/promotion/index.ts';
import type { GateOptions } from '../../../src/promotion/index.ts';
import { registerBest } from '../../../src/registry/register-best.ts';
import type { Registration } from '../../../src/registry/register-best.ts';
import { finishedVariant, writeTable } from '../support/finished-variant.ts';
import { reportOf } from '../support/report-of.ts';

const trackingUri = process.env.XGFLOW_TEST_MLFLOW_URI;
if (!trackingUri)
  throw new Error('XGFLOW_TEST_MLFLOW_URI is not set · the live tests need a server');

const client = new MlflowClient({ trackingUri });
const experiment = `gate-${process.pid}-${Date.now()}`;
const good = { wrong: 0 };
const alike = { wrong: 0, rounds: 9 };
const bad = { wrong: 0.45, rounds: 2 };
const alsoBad = { wrong: 0.45, rounds: 3 };

let folder: string;
let experimentId: string;
let model: string;
let counter = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'xgflow-gate-'));
  process.env.XDG_CACHE_HOME = path.join(folder, 'cache');
  await writeTable(folder);
  experimentId = (await client.experiments.ensure(experiment)).experiment_id;
});
afterAll(async () => {
  client.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  counter += 1;
  model = `${experiment}-${counter}`;
});

const sweeps = new Map<string, string>();

/** Registers a variant, which is trained once for all models, unless a test is going to spoil it. */
async function register(
  quality: typeof alike | typeof good,
  gate: GateOptions = {},
  { own = false } = {},
): Promise<Registration> {
  const key = `${JSON.stringify(quality)}${own ? model : ''}`;
  const sweep = sweeps.get(key) ?? `s${sweeps.size}`;
  if (!sweeps.has(key)) {
    sweeps.set(key, sweep);
    await finishedVariant(client, { experimentId, folder, sweepId: sweep }, quality);
  }
  return registerSweep(sweep, gate);
}

async function registerSweep(sweep: string, gate: GateOptions = {}): Promise<Registration> {
  const selection = await readSweeps(client, { experiment, sweep });
  return registerBest(client, {
    selection,
    metric: metricKey('f1'),
    name: model,
    gate: { directory: folder, by: 'ada', ...gate },
  });
}

const decision = ({ promotion }: Registration) => [
  promotion?.report?.outcome,
  promotion?.promoted,
  promotion?.report?.reasons.map(({ code }) => code),
];

const state = async () => {
  const { challenger, champion, entries, previous } = await modelHistory(client, model);
  return {
    champion,
    challenger,
    previous,
    entries: entries.map(({ action, forced, from, state: now, to }) =>
      [action, from ?? '-', to, now, ...(forced ? ['forced'] : [])].join(' '),
    ),
  };
};

describe('the five outcomes', () => {
  test('no champion, better, worse, within noise; aliases, history and report say what happened', async () => {
    const first = await register(bad);
    expect(decision(first)).toEqual(['no_champion', true, ['no_champion']]);

    const second = await register(good);
    expect(decision(second)).toEqual(['better', true, ['better']]);
    expect(second.promotion).toMatchObject({ from: '1', forced: false, already: false });
    const { json, text } = await reportOf(client, second);
    expect(json).toEqual(second.promotion?.report);
    expect(json.rows).toMatchObject({ count: 200, choice: 'unseen_by_both', source: 'data.csv' });
    expect(json.slices.map(({ column, rows, value }) => [column, value, rows])).toEqual([
      ['gender', 'f', 100],
      ['gender', 'm', 100],
    ]);
    expect(text).toContain(
      `# ${model} version 2 against champion version 1\n\n**promote** · better`,
    );

    const third = await register(alsoBad);
    expect(decision(third)).toEqual(['worse', false, ['worse', 'slice_worse', 'slice_worse']]);
    expect(await state()).toMatchObject({ champion: '2', challenger: '3', previous: '1' });

    const fourth = await register(alike, { policy: parsePolicy('within_noise: refuse') });
    expect(decision(fourth)).toEqual(['within_noise', false, ['within_noise']]);
    const again = await promoteVersion(client, { name: model, version: '4', directory: folder });
    expect([again.report?.outcome, again.promoted]).toEqual(['within_noise', true]);
    expect(await state()).toEqual({
      champion: '4',
      challenger: undefined,
      previous: '2',
      entries: [
        'promote - 1 done',
        'promote 1 2 done',
        'refuse 2 3 refused',
        'refuse 2 4 refused',
        'promote 2 4 done',
      ],
    });
  }, 60_000);

  test('an unloadable champion refuses by default, gives way to a policy or to force', async () => {
    await register(good, {}, { own: true });
    const selection = await client.modelVersions.get(model, '1');
    const { info } = await client.loggedModels.get(selection.model_id ?? '');
    await client.artifacts.uploadBuffer(info.artifact_uri, Buffer.from('broken'), 'model.ubj');
    await rm(path.join(folder, 'cache'), { recursive: true, force: true });

    const refused = await register(alike);
    expect(decision(refused)).toEqual(['champion_unloadable', false, ['champion_unloadable']]);
    expect(refused.promotion?.report?.reasons[0]?.text).toMatch(/has changed since it was written/);

    const options = { name: model, version: '2', directory: folder };
    const policy = parsePolicy('champion_unloadable: promote');
    expect((await promoteVersion(client, { ...options, policy, dryRun: true })).promoted).toBe(
      true,
    );
    expect((await state()).champion).toBe('1');
    const forced = await promoteVersion(client, {
      ...options,
      force: { reason: 'version 1 is lost' },
    });
    expect(forced).toMatchObject({ promoted: true, forced: true });
    expect((await state()).entries).toEqual([
      'promote - 1 done',
      'refuse 1 2 refused',
      'promote 1 2 done forced',
    ]);
    const { entries } = await modelHistory(client, model);
    expect(entries.at(-1)).toMatchObject({
      by: expect.stringMatching(/@/),
      reasons: ['champion_unloadable'],
    });
    expect(entries.at(-1)?.why).toMatch(
      /^version 1 is lost \(the gate refused: the champion cannot/,
    );
  }, 60_000);
});

test('registering the same run again changes nothing; a refused one stays refused once', async () => {
  await register(good);
  const before = await state();
  const again = await register(good);
  expect(again).toMatchObject({ version: '1', existed: true });
  expect(again.promotion).toMatchObject({ already: true, promoted: true });
  expect(await state()).toEqual(before);

  await register(bad);
  const refused = await state();
  await register(bad);
  expect(await state()).toEqual(refused);
}, 60_000);

test('a bound that the candidate does not reach refuses it, champion or not', async () => {
  const policy = parsePolicy('require: {accuracy: 0.99}');
  const first = await register(bad, { policy });
  expect(decision(first)).toEqual(['no_champion', false, ['no_champion', 'requirement_not_met']]);
  expect(await state()).toMatchObject({ champion: undefined, challenger: '1' });
}, 30_000);

describe('the rows', () => {
  test('a holdout of its own; the same file elsewhere is the same data', async () => {
    await register(good);
    const copy = path.join(folder, 'copy.csv');
    const text = await readFile(path.join(folder, 'data.csv'), 'utf8');
    await writeFile(copy, text);
    const same = await register(alike, { data: copy, directory: '/' });
    expect(same.promotion?.report?.rows).toMatchObject({ count: 200, choice: 'unseen_by_both' });
    const lines = text.split('\n');
    await writeFile(copy, [lines[0], ...lines.slice(301), ''].join('\n'));
    const holdout = await register(bad, { data: copy });
    expect(holdout.promotion?.report?.rows).toMatchObject({ count: 100, choice: 'holdout' });
  }, 60_000);

  test('that are not here, or not what the candidate was trained on: said before a version is made', async () => {
    await register(good);
    await expect(register(alike, { directory: path.join(folder, 'nowhere') })).rejects.toThrow(
      /^the rows to compare on are not here \(ENOENT\) · .*data\.csv, digest [0-9a-f]{16} · name the file with --data$/,
    );
    const other = path.join(folder, 'other');
    await mkdir(other, { recursive: true });
    await writeFile(path.join(other, 'data.csv'), 'hint,other,gender,y\n1,2,f,1\n');
    await expect(register(alike, { directory: other })).rejects.toThrow(
      /^the data is not what the candidate was trained on: digest /,
    );
    expect((await state()).champion).toBe('1');
    await expect(client.modelVersions.get(model, '2')).rejects.toThrow();
  }, 60_000);

  test('with a class that the model does not know, or a slice column that is not there', async () => {
    await register(good);
    const file = path.join(folder, 'odd.csv');
    await writeFile(file, 'hint,other,gender,y\n1,2,f,1\n0,1,m,2\n');
    await expect(register(alike, { data: file })).rejects.toThrow(
      /^"2" is none of the classes 0, 1 · .*odd\.csv row 2, column y · /,
    );
    const policy = parsePolicy('slices: {columns: [town]}');
    await expect(register(alike, { policy })).rejects.toThrow(
      /^no column "town" to slice by · .* · correct slices\.columns of the policy$/,
    );
  }, 60_000);
});

describe('the way back', () => {
  test('rollback goes to the previous version, twice is once; to another by its number', async () => {
    await register(bad);
    await register(good);
    await promoteVersion(client, {
      name: model,
      version: '1',
      directory: folder,
      force: { reason: 'try' },
    });
    const back = await rollBack(client, { name: model, by: 'ada', reason: 'drift' });
    expect(back).toMatchObject({ from: '1', to: '2', already: false });
    expect(back.example).toBeGreaterThan(0);
    expect(await state()).toEqual({
      champion: '2',
      challenger: undefined,
      previous: '1',
      entries: [
        'promote - 1 done',
        'promote 1 2 done',
        'promote 2 1 done forced',
        'rollback 1 2 done',
      ],
    });
    for (const to of [undefined, '02']) {
      expect(await rollBack(client, { name: model, to })).toMatchObject({ to: '2', already: true });
    }
    expect((await state()).entries).toHaveLength(4);
    expect((await rollBack(client, { name: model, to: '1' })).already).toBe(false);
    expect((await state()).entries).toHaveLength(5);
  }, 60_000);

  test('a version that does not load is not gone back to', async () => {
    await register(bad, {}, { own: true });
    await register(good);
    const { model_id } = await client.modelVersions.get(model, '1');
    const { info } = await client.loggedModels.get(model_id ?? '');
    await client.artifacts.uploadBuffer(info.artifact_uri, Buffer.from('broken'), 'model.ubj');
    await rm(path.join(folder, 'cache'), { recursive: true, force: true });
    const before = await state();
    await expect(rollBack(client, { name: model })).rejects.toThrow(
      /has changed since it was written/,
    );
    expect(await state()).toEqual(before);
  }, 60_000);

  test('nowhere to go back to', async () => {
    await register(good);
    await expect(rollBack(client, { name: model })).rejects.toThrow(
      /^nothing to go back to: .* has no alias previous · /,
    );
    await expect(candidateOf(client, { name: model })).rejects.toThrow(/has no alias challenger/);
    await expect(rollBack(client, { name: model, to: '9' })).rejects.toThrow();
  }, 30_000);
});

test('two promotions at the same time: one after the other, each compared with what was champion then', async () => {
  await register(bad);
  await register(good, { policy: parsePolicy('{min_gain: {absolute: 2}, within_noise: refuse}') });
  await register(alike, { policy: parsePolicy('{min_gain: {absolute: 2}, within_noise: refuse}') });
  const promote = (version: string) =>
    promoteVersion(client, { name: model, version, directory: folder });
  const done = await Promise.all([promote('2'), promote('3')]);
  expect(done.map(({ promoted }) => promoted)).toEqual([true, true]);
  const { champion, entries } = await state();
  const moves = entries.filter((entry) => entry.startsWith('promote'));
  expect(moves).toHaveLength(3);
  expect(moves.every((entry) => entry.endsWith('done'))).toBe(true);
  expect(moves.at(-1)).toContain(` ${champion} done`);
}, 60_000);

test('the report is what the predictors say of the rows', async () => {
  await register(bad);
  const { promotion } = await register(good);
  const { resolveModel } = await import('@xgflow/mlflow-client');
  const { directory } = await resolveModel(client, `models:/${model}/2`);
  using predictor = await Predictor.load(directory);
  const { readCsv } = await import('@xgflow/data');
  const table = await readCsv(path.join(folder, 'data.csv'), { categorical: ['gender'] });
  const test = table.take(Int32Array.from({ length: 200 }, (_, row) => 200 + row));
  const truth = test.column('y');
  const { labels } = predictor.predictTable(test);
  const right = labels.filter(
    (label, row) => truth.kind === 'numeric' && truth.values[row] === label,
  );
  expect(promotion?.report?.metrics.accuracy?.candidate).toBe(right.length / 200);
}, 30_000);
