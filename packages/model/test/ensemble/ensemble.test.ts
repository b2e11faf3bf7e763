import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe as group, expect, test } from '@jest/globals';
import type { Table } from '@xgflow/data';
import { Booster } from '@xgflow/xgboost-node';
import { applyCalibration } from '../../src/calibration/calibration.ts';
import { combineScores } from '../../src/ensemble/combine-scores.ts';
import type { Combiner } from '../../src/ensemble/combiner.ts';
import type { EnsembleDescription } from '../../src/ensemble/ensemble-description.ts';
import { writeModelDirectory } from '../../src/mlmodel/write-model-directory.ts';
import { Predictor } from '../../src/predictor/predictor.ts';
import { describePython } from '../python-scores.ts';
import { ensembleOf, people, withFolder, withPredictor } from '../small-model.ts';

const average: Combiner = { method: 'average', weights: [0.5, 0.5] };
const weighted: Combiner = { method: 'weighted', weights: [0.25, 0.75] };
const stacked: Combiner = { method: 'stacked', intercepts: [-0.5], coefficients: [[0.4, 0.9]] };
const platt = { method: 'platt', slope: 0.6, intercept: -0.7 } as const;

async function withEnsemble(
  make: (table: Table) => EnsembleDescription,
  run: (predictor: Predictor, table: Table, directory: string) => Promise<void> | void,
): Promise<void> {
  const table = await people();
  await withPredictor(make(table), (predictor, directory) => run(predictor, table, directory));
}

function memberScores({ codec, members }: EnsembleDescription, table: Table): Float32Array[] {
  return members.map(({ model, calibration }) => {
    using booster = Booster.fromBuffer(model);
    const { values } = booster.predictColumns(codec.encodeTable(table));
    return calibration ? applyCalibration(calibration, values) : values;
  });
}

const logit = (p: number): number => Math.log(p / (1 - p));
const sigmoid = (margin: number): number => 1 / (1 + Math.exp(-margin));

group('predicts what its members make together', () => {
  test.each<[string, Combiner, (a: number, b: number) => number]>([
    ['average', average, (a, b) => 0.5 * a + 0.5 * b],
    ['weighted', weighted, (a, b) => 0.25 * a + 0.75 * b],
    ['stacked', stacked, (a, b) => sigmoid(-0.5 + 0.4 * logit(a) + 0.9 * logit(b))],
  ])('%s', async (_, combiner, expected) => {
    await withEnsemble(
      (table) => ({ ...ensembleOf(table, combiner, [platt]), threshold: 0.4 }),
      (predictor, table) => {
        const description = ensembleOf(table, combiner, [platt]);
        const [first, second] = memberScores(description, table);
        const { labels, probabilities } = predictor.predictTable(table);
        const combined = Float32Array.from(first!, (score, row) => expected(score, second![row]!));
        expect(probabilities).toEqual(combined);
        expect([...labels]).toEqual([...combined].map((score) => Number(score > 0.4)));
        expect(predictor.info).toMatchObject({
          kind: 'binary',
          task: 'binary',
          modelClass: 'xgflow.ensemble',
          ensemble: { method: combiner.method, members: [{ name: 'm0' }, { name: 'm1' }] },
        });
      },
    );
  });

  test('two boosters on their own differ, so that the above says something', async () => {
    const table = await people();
    const [first, second] = memberScores(ensembleOf(table, average), table);
    expect(first).not.toEqual(second);
  });

  test('a calibration of the whole comes last', async () => {
    await withEnsemble(
      (table) => ({ ...ensembleOf(table, weighted), calibration: platt }),
      (predictor, table) => {
        const scores = memberScores(ensembleOf(table, weighted), table);
        const expected = applyCalibration(platt, combineScores(weighted, 'binary', scores, 1));
        expect(predictor.predictTable(table).probabilities).toEqual(expected);
      },
    );
  });
});

group('reasons of calibrated members add up', () => {
  test.each<[string, (table: Table) => EnsembleDescription, (p: number) => number]>([
    ['to a weighted mean', (table) => ensembleOf(table, weighted, [platt]), (p) => p],
    ['to the margin of a stack', (table) => ensembleOf(table, stacked, [undefined, platt]), logit],
  ])('%s', async (_, make, scaled) => {
    await withEnsemble(make, (predictor, table) => {
      const { probabilities } = predictor.predictTable(table);
      const { rows } = predictor.explainTable(table);
      expect(rows).toHaveLength(table.rowCount);
      rows.forEach((row, at) => {
        const sum = row.contributions.reduce((total, value) => total + value, row.bias);
        expect(Math.abs(sum - row.margin)).toBeLessThan(1e-5);
        expect(Math.abs(row.margin - scaled(probabilities[at]!))).toBeLessThan(1e-5);
        expect(row.prediction).toBe(probabilities[at]);
      });
    });
  });
});

group('refused', () => {
  test.each<[string, (made: EnsembleDescription) => object]>([
    ['no members', () => ({ members: [] })],
    ['weights of another number', () => ({ combiner: { method: 'weighted', weights: [1] } })],
    ['a negative weight', () => ({ combiner: { method: 'weighted', weights: [-0.5, 1.5] } })],
    ['weights that sum to 2', () => ({ combiner: { method: 'average', weights: [1, 1] } })],
    [
      'too few coefficients',
      () => ({ combiner: { method: 'stacked', intercepts: [0], coefficients: [[1]] } }),
    ],
    ['a name with a slash', ({ members }) => ({ members: [{ ...members[0]!, name: '../x' }] })],
  ])('%s', async (_, change) => {
    await withFolder(async (folder) => {
      const made = ensembleOf(await people(), average);
      const writing = writeModelDirectory(join(folder, 'm'), { ...made, ...change(made) });
      await expect(writing).rejects.toMatchObject({ name: 'ModelTargetError' });
    });
  });

  test('an exposure with a stack; other methods scale with it', async () => {
    await withFolder(async (folder) => {
      const { model, ...rest } = describePython(await people(), 'poisson');
      const made = { ...rest, exposure: 'years', members: [{ name: 'a', model }] };
      const combiner = { method: 'stacked', intercepts: [0], coefficients: [[1]] } as const;
      const writing = writeModelDirectory(join(folder, 'm'), { ...made, combiner });
      await expect(writing).rejects.toMatchObject({
        message: expect.stringContaining('does not scale with an exposure'),
      });
      const alone = { method: 'average', weights: [1] } as const;
      await writeModelDirectory(join(folder, 'n'), { ...made, combiner: alone });
      using predictor = await Predictor.load(join(folder, 'n'));
      const one = { age: 50, height: 170, claims: 1, region: 'nord', product: 7, years: 0.5 };
      const { probabilities } = predictor.predictRecords([one, { ...one, years: 1 }]);
      expect(probabilities[1]! / probabilities[0]!).toBeCloseTo(2, 5);
    });
  });

  test('a member whose bytes have changed, or that lies outside', async () => {
    await withEnsemble(
      (table) => ensembleOf(table, average),
      async (_, __, directory) => {
        const path = join(directory, 'xgflow/model.json');
        const record = await readFile(path, 'utf8');
        await copyFile(join(directory, 'members/1-m0.ubj'), join(directory, '../outside.ubj'));
        await writeFile(path, record.replace('members/1-m0.ubj', '../outside.ubj'));
        await expect(Predictor.load(directory)).rejects.toMatchObject({
          name: 'UnsupportedModelError',
        });
        await writeFile(path, record);
        await copyFile(join(directory, 'members/1-m0.ubj'), join(directory, 'members/2-m1.ubj'));
        await expect(Predictor.load(directory)).rejects.toMatchObject({
          name: 'DigestMismatchError',
        });
      },
    );
  });
});
