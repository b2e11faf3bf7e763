import { readFile } from 'node:fs/promises';
import { describe as group, expect, test } from '@jest/globals';
import { Table } from '@xgflow/data';
import { Booster, DMatrix, train } from '@xgflow/xgboost-node';
import { Codec } from '../../src/codec/codec.ts';
import type { Explanations } from '../../src/explain/explanation.ts';
import type { ModelDescription } from '../../src/mlmodel/model-description.ts';
import { Predictor } from '../../src/predictor/predictor.ts';
import { describePython, floats, insured, pythonScores } from '../python-scores.ts';
import { describe, people, withPredictor } from '../small-model.ts';

const { exposure } = pythonScores;

interface Explained {
  readonly explanations: Explanations;
  readonly labels: Int32Array;
  readonly probabilities: Float32Array;
}

async function explain(description: ModelDescription, table: Table): Promise<Explained> {
  let result: Explained | undefined;
  await withPredictor(description, (predictor) => {
    const { labels, probabilities } = predictor.predictTable(table);
    result = { explanations: predictor.explainTable(table), labels, probabilities };
  });
  expect(result?.explanations.rows).toHaveLength(table.rowCount);
  return result!;
}

function sumOf(row: Explanations['rows'][number]): number {
  const parts = row.contributions.reduce((sum, value) => sum + value, 0);
  return parts + row.bias + (row.logExposure ?? 0);
}

group("contributions are those of Python's predict(pred_contribs=True)", () => {
  const width = 6;
  const python = (name: 'poisson' | 'multiclass' | 'binary') => ({
    contributions: floats(pythonScores[name].contributions),
    margins: floats(pythonScores[name].margins),
  });

  test('of a binary model with categories', async () => {
    const table = await people();
    const { explanations } = await explain(describePython(table, 'binary'), table);
    const { contributions, margins } = python('binary');
    explanations.rows.forEach((row, at) => {
      const own = contributions.subarray(at * width, (at + 1) * width);
      expect([...row.contributions, row.bias]).toEqual([...own]);
      expect(row.margin).toBe(margins[at]);
      expect(row.label).toBe(1);
    });
  });

  test('of the likeliest class of a multiclass model', async () => {
    const table = await people();
    const found = await explain(describePython(table, 'multiclass'), table);
    const { contributions, margins } = python('multiclass');
    found.explanations.rows.forEach((row, at) => {
      const label = found.labels[at]!;
      const from = (3 * at + label) * width;
      expect([...row.contributions, row.bias]).toEqual([
        ...contributions.subarray(from, from + width),
      ]);
      expect(row.margin).toBe(margins[3 * at + label]);
      expect(row.label).toBe(label);
      expect(row.prediction).toBe(Math.max(...found.probabilities.subarray(3 * at, 3 * at + 3)));
    });
    expect(new Set(found.labels).size).toBe(3);
  });

  test('of a model with an exposure, whose log stands beside the bias', async () => {
    const description = { ...describePython(await people(), 'poisson'), exposure: 'years' };
    const { explanations, probabilities } = await explain(description, await insured());
    const { contributions, margins } = python('poisson');
    explanations.rows.forEach((row, at) => {
      const own = contributions.subarray(at * width, (at + 1) * width);
      expect([...row.contributions]).toEqual([...own.subarray(0, -1)]);
      expect(row.logExposure).toBe(Math.log(exposure[at]!));
      expect(row.bias + row.logExposure!).toBeCloseTo(own[width - 1]!, 6);
      expect(row.margin).toBe(margins[at]);
      expect(row.prediction).toBe(probabilities[at]);
      expect(row.label).toBeUndefined();
      expect(Math.exp(sumOf(row)) / row.prediction).toBeCloseTo(1, 5);
    });
  });
});

test('contributions are those of shap.TreeExplainer', async () => {
  const fixture = (name: string): string =>
    new URL(`../fixtures/${name}`, import.meta.url).pathname;
  const { expected_value: bias, values } = JSON.parse(
    await readFile(fixture('shap.json'), 'utf8'),
  ) as { expected_value: number; values: string };
  using predictor = await Predictor.load(fixture('python-numeric'));
  const expected = floats(values);
  const { rows } = predictor.explainTable(await people());
  expect(expected).toHaveLength(3 * rows.length);
  rows.forEach((row, at) => {
    expect(row.bias).toBeCloseTo(bias, 5);
    row.contributions.forEach((value, feature) => {
      expect(value).toBeCloseTo(expected[3 * at + feature]!, 5);
    });
  });
});

test('contributions and bias are the margin, within 1e-5 on 10,000 rows', async () => {
  const some = await people();
  const rows = Int32Array.from({ length: 10_000 }, (_, row) => (row * 7919) % some.rowCount);
  const table = some.take(rows);
  const noise = Float64Array.from(rows, (row, at) => ((row * 31 + at * 17) % 997) / 99.7);
  const wide = new Table([
    ...table.columns,
    { kind: 'numeric', name: 'noise', values: noise, integer: false, missing: 0 },
  ]);
  const codec = Codec.fromTable(wide);
  const label = Float32Array.from(noise, (value, at) => Number((value * 13 + at) % 3 < 1));
  using data = DMatrix.fromColumns(codec.encodeTable(wide), { label, nthread: 1 });
  const params = { objective: 'binary:logistic', max_depth: 6, nthread: 1 } as const;
  using booster = train(params, data, { rounds: 25 }).booster;
  const description = { ...describe(some), model: booster.toBuffer('ubj'), codec };
  const { explanations } = await explain(description, wide);
  expect(explanations.rows).toHaveLength(10_000);
  const gaps = explanations.rows.map((row) => Math.abs(sumOf(row) - row.margin));
  expect(Math.max(...gaps)).toBeLessThan(1e-5);
  const largest = explanations.rows.map(({ margin }) => Math.abs(margin));
  expect(Math.max(...largest)).toBeGreaterThan(2);
}, 60_000);

group('reasons', () => {
  const row = { age: 50, height: 170.1, claims: null, region: 'nord', product: 7 };

  test('are the strongest first, with the value in words and the direction', async () => {
    await withPredictor(describePython(await people(), 'binary'), (predictor) => {
      const { features, rows } = predictor.explainRecords([row], { top: 99 });
      const [explained] = rows;
      const { contributions, reasons } = explained!;
      expect(features).toEqual(predictor.codec.featureNames);
      expect(reasons.map(({ feature }) => feature)).toContain('region');
      for (const { feature, value, contribution, direction } of reasons) {
        expect(value).toBe(row[feature as keyof typeof row]);
        expect(contribution).toBe(contributions[features.indexOf(feature)]);
        expect(direction).toBe(contribution > 0 ? 'up' : 'down');
      }
      const sizes = reasons.map(({ contribution }) => Math.abs(contribution));
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      expect(reasons).toHaveLength(contributions.filter((value) => value !== 0).length);
      const [first] = predictor.explainRecords([row], { top: 1 }).rows;
      expect(first!.reasons).toEqual(reasons.slice(0, 1));
      const unseen = { ...row, region: 'West' };
      const [strange] = predictor.explainRecords([unseen], { top: 99 }).rows;
      const region = strange!.reasons.find(({ feature }) => feature === 'region');
      expect(region).toMatchObject({ value: null });
      expect(predictor.explainRecords([]).rows).toEqual([]);
      expect(() => predictor.explainRecords([{ age: 1 }])).toThrow(
        expect.objectContaining({ name: 'MissingFieldError' }),
      );
    });
  });

  test('are of the booster, also where a calibration follows', async () => {
    const plain = describePython(await people(), 'binary');
    const calibration = { method: 'platt', slope: 0.5, intercept: -1 } as const;
    await withPredictor({ ...plain, calibration }, (predictor) => {
      const [explained] = predictor.explainRecords([row]).rows;
      const [prediction] = predictor.predictRecords([row]).probabilities;
      expect(explained!.prediction).toBe(prediction);
      const logit = Math.log(prediction! / (1 - prediction!));
      expect(0.5 * explained!.margin - 1).toBeCloseTo(logit, 5);
    });
  });

  test('are of the rounds that predict', async () => {
    const sklearn = new URL('../fixtures/python-sklearn', import.meta.url).pathname;
    using predictor = await Predictor.load(sklearn);
    using booster = Booster.load(`${sklearn}/model.ubj`);
    const values = [60, 170, 2];
    const [explained] = predictor.explainRecords([{ age: 60, height: 170, claims: 2 }]).rows;
    const best = Number(booster.attribute('best_iteration')) + 1;
    const margin = (end: number): number | undefined =>
      booster.predictDense(Float32Array.from(values), {
        rows: 1,
        cols: 3,
        output: 'margin',
        iterationRange: [0, end],
      }).values[0];
    expect(explained!.margin).toBe(margin(best));
    expect(sumOf(explained!)).toBeCloseTo(margin(best)!, 5);
    expect(margin(0)).not.toBe(margin(best));
  });
});
