import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { fileDigest, inferSchema, readCsv, type Table } from '@xgflow/data';
import { Codec, Predictor, readProfile, writeModelDirectory } from '@xgflow/model';
import { DMatrix, train } from '@xgflow/xgboost-node';
import { detectDrift } from '../../src/drift/detect-drift.ts';
import { renderDriftHtml } from '../../src/drift/html/render-drift-html.ts';
import { profileOfFile } from '../../src/drift/profile-of-file.ts';
import { withFolder } from '../support/small-model.ts';
import { Draws } from './support/random.ts';

interface Rows {
  readonly count: number;
  readonly seed: number;
  /** Added to every age. */
  readonly older?: number;
  /** How often the outcome is turned round. */
  readonly turned?: number;
  readonly region?: string;
}

/** Ages and regions, and whether there was a claim: likelier with age. */
function csvText({ count, seed, older = 0, turned = 0, region }: Rows): string {
  const draws = new Draws(seed);
  const lines = Array.from({ length: count }, () => {
    const age = 40 + older + 12 * draws.normal();
    const level = region ?? ['north', 'south', '"<b>east</b>"'][draws.pick([5, 3, 2])] ?? '';
    const claim = draws.uniform() < 1 / (1 + Math.exp((45 - age) / 5));
    const told = draws.uniform() < turned ? !claim : claim;
    return `${age.toFixed(2)},${level},${told ? 'yes' : 'no'}`;
  });
  return `age,region,claim\n${lines.join('\n')}\n`;
}

async function withModel(
  run: (place: {
    folder: string;
    predictor: Predictor;
    file: (name: string, rows: Rows) => Promise<string>;
  }) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const file = async (name: string, rows: Rows): Promise<string> => {
      await writeFile(join(folder, name), csvText(rows));
      return join(folder, name);
    };
    const path = await file('train.csv', { count: 1500, seed: 1 });
    const table = await readCsv(path, { categorical: ['region', 'claim'] });
    await writeModelDirectory(join(folder, 'm'), fit(table));
    using predictor = await Predictor.load(join(folder, 'm'));
    await run({ folder, predictor, file });
  });
}

function fit(table: Table): Parameters<typeof writeModelDirectory>[1] {
  const features = table.drop(['claim']);
  const codec = Codec.fromTable(features);
  const claims = table.column('claim');
  const label = Float32Array.from(claims.kind === 'categorical' ? claims.codes : []);
  using data = DMatrix.fromColumns(codec.encodeTable(features), { label, nthread: 1 });
  const params = { objective: 'binary:logistic', max_depth: 2, nthread: 1 } as const;
  using booster = train(params, data, { rounds: 10 }).booster;
  return {
    model: booster.toBuffer('ubj'),
    codec,
    schema: inferSchema(features),
    target: { name: 'claim', classes: ['no', 'yes'] },
  };
}

/** Share of right decisions, with a made-up interval. */
const evaluate = ({ labels, scores }: { labels: Float64Array; scores: Float32Array }) => {
  const right = labels.filter((label, row) => label === Number((scores[row] ?? 0) > 0.5)).length;
  const value = right / labels.length;
  const direction = 'maximize' as const;
  return { metric: 'accuracy', direction, value, low: value - 0.02, high: value + 0.02 };
};

test('fresh rows of a file are no drift; older people are, also in what is predicted', async () => {
  await withModel(async ({ predictor, file }) => {
    const reference = await file('reference.csv', { count: 3000, seed: 2 });
    const watched = { predictor, labels: 'claim', evaluate };
    const profile = await profileOfFile({ ...watched, reference });
    const same = await detectDrift({
      ...watched,
      profile,
      current: await file('same.csv', { count: 2000, seed: 3 }),
    });
    expect(same.status).toBe('ok');
    expect(same.columns.map(({ name }) => name)).toEqual(['age', 'region']);
    expect(same.predictions.map(({ name }) => name)).toEqual(['probability']);
    expect(same.metric?.severity).toBe('ok');
    expect(Math.abs(same.calibration!.actualByExpected - 1)).toBeLessThan(0.1);
    expect(same.labelled).toEqual({ rows: 2000, sampled: 2000 });

    const older = await detectDrift({
      ...watched,
      profile,
      current: await file('older.csv', { count: 1000, seed: 4, older: 12 }),
    });
    expect(older.status).toBe('drift');
    expect(older.columns.map(({ severity }) => severity)).toEqual(['drift', 'ok']);
    expect(older.predictions[0]?.severity).toBe('drift');
    expect(older.target?.severity).toBe('drift');
    // The rule that was learned holds: claims come as the predictions say.
    expect(older.calibration?.severity).toBe('ok');
  });
}, 30_000);

test('the same people, other outcomes: only labels tell', async () => {
  await withModel(async ({ predictor, file }) => {
    const reference = await file('reference.csv', { count: 3000, seed: 2 });
    const watched = { predictor, labels: 'claim', evaluate };
    const profile = await profileOfFile({ ...watched, reference });
    const current = await file('turned.csv', { count: 1000, seed: 5, turned: 0.3 });
    const without = await detectDrift({ predictor, profile, current });
    expect(without.status).toBe('ok');
    expect(without.metric).toBeNull();
    const report = await detectDrift({ ...watched, profile, current });
    expect(report.status).toBe('drift');
    expect(report.columns.every(({ severity }) => severity === 'ok')).toBe(true);
    expect(report.metric?.severity).toBe('drift');
    expect(report.metric?.worse).toBeGreaterThan(0.1);
  });
}, 30_000);

test('the file that a model was trained on is compared by its features alone', async () => {
  await withModel(async ({ predictor, file }) => {
    const reference = await file('reference.csv', { count: 500, seed: 2 });
    const profile = {
      ...(await profileOfFile({ predictor, reference })),
      dataDigest: await fileDigest(reference),
    };
    const report = await detectDrift({ predictor, profile, current: reference, labels: 'claim' });
    expect(report).toMatchObject({ status: 'ok', predictions: [], target: null, metric: null });
    expect(report.notes.join()).toContain('trained on');
    expect(report.columns.every(({ psi }) => psi === 0)).toBe(true);
  });
}, 30_000);

test('a level from the data is text in the report, whatever it looks like', async () => {
  await withModel(async ({ predictor, file }) => {
    const reference = await file('reference.csv', { count: 500, seed: 2 });
    const profile = await profileOfFile({ predictor, reference });
    const current = await file('new.csv', {
      count: 60,
      seed: 3,
      region: '<script>alert(1)</script>',
    });
    const report = await detectDrift({ predictor, profile, current });
    expect(report.columns[1]).toMatchObject({ status: 'new-levels', severity: 'drift' });
    const html = renderDriftHtml(report, {
      model: '<i>m</i>',
      current: 'new.csv',
      reference: 'reference.csv',
      when: new Date(0),
    });
    expect(html).not.toMatch(/<script|<b>east|<i>m/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/https?:|src=|@import|url\(/);
  });
}, 30_000);

test('no such labels, a wrong label, a cell that is no number: one line each', async () => {
  await withModel(async ({ folder, predictor, file }) => {
    const reference = await file('reference.csv', { count: 100, seed: 2 });
    const profile = await profileOfFile({ predictor, reference });
    const look = (options: { current: string; labels?: string }) =>
      detectDrift({ predictor, profile, ...options });
    await expect(look({ current: reference, labels: 'fraud' })).rejects.toThrow(
      /^no column "fraud" · .*reference\.csv · it has age, region, claim$/,
    );
    await expect(look({ current: reference, labels: 'region' })).rejects.toThrow(
      /^the label "\w+" is not one of no, yes · .*reference\.csv row 1 \(line 2\), column "region" · /,
    );
    const bad = join(folder, 'bad.csv');
    await writeFile(bad, 'age,region\n12,north\nold,south\n');
    await expect(look({ current: bad })).rejects.toThrow(/row 2 \(line 3\), column "age"/);
    expect(await readProfile(join(folder, 'm'))).toBeUndefined();
  });
}, 30_000);
