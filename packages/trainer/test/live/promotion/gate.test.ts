import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Predictor } from '@xgflow/model';
import { modelHistory, parsePolicy, promoteVersion } from '../../../src/promotion/index.ts';
import type { Registration } from '../../../src/registry/register-best.ts';
import { reportOf } from '../support/report-of.ts';
import { alike, alsoBad, bad, GateScene, good } from './gate-scene.ts';

const scene = new GateScene('gate');
const { client } = scene;

const decision = ({ promotion }: Registration) => [
  promotion?.report?.outcome,
  promotion?.promoted,
  promotion?.report?.reasons.map(({ code }) => code),
];

describe('the five outcomes', () => {
  test('no champion, better, worse, within noise; aliases, history and report say what happened', async () => {
    const first = await scene.register(bad);
    expect(decision(first)).toEqual(['no_champion', true, ['no_champion']]);

    const second = await scene.register(good);
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
      `# ${scene.model} version 2 against champion version 1\n\n**promote** · better`,
    );

    const third = await scene.register(alsoBad);
    expect(decision(third)).toEqual(['worse', false, ['worse', 'slice_worse', 'slice_worse']]);
    expect(await scene.state()).toMatchObject({ champion: '2', challenger: '3', previous: '1' });

    const fourth = await scene.register(alike, { policy: parsePolicy('within_noise: refuse') });
    expect(decision(fourth)).toEqual(['within_noise', false, ['within_noise']]);
    const again = await promoteVersion(client, {
      name: scene.model,
      version: '4',
      directory: scene.folder,
    });
    expect([again.report?.outcome, again.promoted]).toEqual(['within_noise', true]);
    expect(await scene.state()).toEqual({
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
    await scene.register(good, {}, { own: true });
    await scene.spoil('1');

    const refused = await scene.register(alike);
    expect(decision(refused)).toEqual(['champion_unloadable', false, ['champion_unloadable']]);
    expect(refused.promotion?.report?.reasons[0]?.text).toMatch(/has changed since it was written/);

    const options = { name: scene.model, version: '2', directory: scene.folder };
    const policy = parsePolicy('champion_unloadable: promote');
    expect((await promoteVersion(client, { ...options, policy, dryRun: true })).promoted).toBe(
      true,
    );
    expect((await scene.state()).champion).toBe('1');
    const forced = await promoteVersion(client, {
      ...options,
      force: { reason: 'version 1 is lost' },
    });
    expect(forced).toMatchObject({ promoted: true, forced: true });
    expect((await scene.state()).entries).toEqual([
      'promote - 1 done',
      'refuse 1 2 refused',
      'promote 1 2 done forced',
    ]);
    const { entries } = await modelHistory(client, scene.model);
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
  await scene.register(good);
  const before = await scene.state();
  const again = await scene.register(good);
  expect(again).toMatchObject({ version: '1', existed: true });
  expect(again.promotion).toMatchObject({ already: true, promoted: true });
  expect(await scene.state()).toEqual(before);

  await scene.register(bad);
  const refused = await scene.state();
  await scene.register(bad);
  expect(await scene.state()).toEqual(refused);
}, 60_000);

test('a bound that the candidate does not reach refuses it, champion or not', async () => {
  const policy = parsePolicy('require: {accuracy: 0.99}');
  const first = await scene.register(bad, { policy });
  expect(decision(first)).toEqual(['no_champion', false, ['no_champion', 'requirement_not_met']]);
  expect(await scene.state()).toMatchObject({ champion: undefined, challenger: '1' });
}, 30_000);

describe('the rows', () => {
  test('a holdout of its own; the same file elsewhere is the same data', async () => {
    await scene.register(good);
    const copy = path.join(scene.folder, 'copy.csv');
    const text = await readFile(path.join(scene.folder, 'data.csv'), 'utf8');
    await writeFile(copy, text);
    const same = await scene.register(alike, { data: copy, directory: '/' });
    expect(same.promotion?.report?.rows).toMatchObject({ count: 200, choice: 'unseen_by_both' });
    const lines = text.split('\n');
    await writeFile(copy, [lines[0], ...lines.slice(301), ''].join('\n'));
    const holdout = await scene.register(bad, { data: copy });
    expect(holdout.promotion?.report?.rows).toMatchObject({ count: 100, choice: 'holdout' });
  }, 60_000);

  test('that are not here, or not what the candidate was trained on: said before a version is made', async () => {
    await scene.register(good);
    await expect(
      scene.register(alike, { directory: path.join(scene.folder, 'nowhere') }),
    ).rejects.toThrow(
      /^the rows to compare on are not here \(ENOENT\) · .*data\.csv, digest [0-9a-f]{16} · name the file with --data$/,
    );
    const other = path.join(scene.folder, 'other');
    await mkdir(other, { recursive: true });
    await writeFile(path.join(other, 'data.csv'), 'hint,other,gender,y\n1,2,f,1\n');
    await expect(scene.register(alike, { directory: other })).rejects.toThrow(
      /^the data is not what the candidate was trained on: digest /,
    );
    expect((await scene.state()).champion).toBe('1');
    await expect(client.modelVersions.get(scene.model, '2')).rejects.toThrow();
  }, 60_000);

  test('with a class that the model does not know, or a slice column that is not there', async () => {
    await scene.register(good);
    const file = path.join(scene.folder, 'odd.csv');
    await writeFile(file, 'hint,other,gender,y\n1,2,f,1\n0,1,m,2\n');
    await expect(scene.register(alike, { data: file })).rejects.toThrow(
      /^"2" is none of the classes 0, 1 · .*odd\.csv row 2, column y · /,
    );
    const policy = parsePolicy('slices: {columns: [town]}');
    await expect(scene.register(alike, { policy })).rejects.toThrow(
      /^no column "town" to slice by · .* · correct slices\.columns of the policy$/,
    );
  }, 60_000);
});

test('two promotions at the same time: one after the other, each compared with what was champion then', async () => {
  await scene.register(bad);
  await scene.register(good, {
    policy: parsePolicy('{min_gain: {absolute: 2}, within_noise: refuse}'),
  });
  await scene.register(alike, {
    policy: parsePolicy('{min_gain: {absolute: 2}, within_noise: refuse}'),
  });
  const promote = (version: string) =>
    promoteVersion(client, { name: scene.model, version, directory: scene.folder });
  const done = await Promise.all([promote('2'), promote('3')]);
  expect(done.map(({ promoted }) => promoted)).toEqual([true, true]);
  const { champion, entries } = await scene.state();
  const moves = entries.filter((entry) => entry.startsWith('promote'));
  expect(moves).toHaveLength(3);
  expect(moves.every((entry) => entry.endsWith('done'))).toBe(true);
  expect(moves.at(-1)).toContain(` ${champion} done`);
}, 60_000);

test('the report is what the predictors say of the rows', async () => {
  await scene.register(bad);
  const { promotion } = await scene.register(good);
  const { resolveModel } = await import('@xgflow/mlflow-client');
  const { directory } = await resolveModel(client, `models:/${scene.model}/2`);
  using predictor = await Predictor.load(directory);
  const { readCsv } = await import('@xgflow/data');
  const table = await readCsv(path.join(scene.folder, 'data.csv'), { categorical: ['gender'] });
  const test = table.take(Int32Array.from({ length: 200 }, (_, row) => 200 + row));
  const truth = test.column('y');
  const { labels } = predictor.predictTable(test);
  const right = labels.filter(
    (label, row) => truth.kind === 'numeric' && truth.values[row] === label,
  );
  expect(promotion?.report?.metrics.accuracy?.candidate).toBe(right.length / 200);
}, 30_000);
