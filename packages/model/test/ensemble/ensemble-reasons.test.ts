import { readFileSync } from 'node:fs';
import { describe as group, expect, test } from '@jest/globals';
import { inferSchema, type Table } from '@xgflow/data';
import { Codec } from '../../src/codec/codec.ts';
import type { Combiner } from '../../src/ensemble/combiner.ts';
import type { EnsembleDescription } from '../../src/ensemble/ensemble-description.ts';
import { people, recordsOf, withPredictor } from '../small-model.ts';

interface PythonEnsemble {
  readonly models: readonly string[];
  readonly combiner: Combiner;
  readonly classes: readonly number[];
  readonly contributions: string;
  readonly bias: string;
  readonly total: string;
}

/** fixtures/ensemble-reasons.json, made by fixtures/make-ensemble-reasons.py. */
const { rows, exposure, ...python } = JSON.parse(
  readFileSync(new URL('../fixtures/ensemble-reasons.json', import.meta.url), 'utf8'),
) as Record<string, PythonEnsemble> & { rows: number; exposure: number[] };

const doubles = (text: string): Float64Array =>
  new Float64Array(new Uint8Array(Buffer.from(text, 'base64')).buffer);

function describeEnsemble(table: Table, { models, combiner }: PythonEnsemble): EnsembleDescription {
  return {
    codec: Codec.fromTable(table),
    schema: inferSchema(table),
    target: { name: 'y' },
    combiner,
    members: models.map((text, at) => ({
      name: `m${at}`,
      model: new Uint8Array(Buffer.from(text, 'base64')),
    })),
  };
}

const logit = (p: number): number => Math.log(p / (1 - p));

group("reasons are what Python makes of the members' pred_contribs", () => {
  test.each([
    ['binary-average', 'prediction'],
    ['binary-stack', 'margin'],
    ['regression-average', 'prediction'],
    ['regression-stack', 'prediction'],
    ['poisson-average', 'prediction'],
    ['classes-average', 'prediction'],
    ['classes-stack', 'margin'],
  ])('%s, on the scale of the %s', async (name, scale) => {
    const made = python[name]!;
    const all = await people();
    const table = all.take(Int32Array.from({ length: rows }, (_, row) => row));
    const years = name === 'poisson-average' ? { exposure: 'years' } : {};
    await withPredictor({ ...describeEnsemble(all, made), ...years }, (predictor) => {
      const records = recordsOf(table).map((cells, row) => ({ ...cells, years: exposure[row] }));
      const { outputs, labels, probabilities } = predictor.predictRecords(records);
      const found = predictor.explainRecords(records, { top: 3 });
      const [contributions, bias, total] = [made.contributions, made.bias, made.total].map(doubles);
      expect(found.scale).toBe(scale);
      expect(found.rows).toHaveLength(rows);
      found.rows.forEach((row, at) => {
        const size = Math.max(1, Math.abs(total![at]!));
        if (outputs > 1) expect(row.label).toBe(made.classes[at]);
        expect(Math.abs(row.bias - bias![at]!) / size).toBeLessThan(1e-5);
        expect(Math.abs(row.margin - total![at]!) / size).toBeLessThan(1e-5);
        row.contributions.forEach((value, feature) => {
          expect(Math.abs(value - contributions![at * 5 + feature]!) / size).toBeLessThan(1e-5);
        });
        const sum = row.contributions.reduce((all, value) => all + value, row.bias);
        expect(Math.abs(sum - row.margin) / size).toBeLessThan(1e-5);
        expect(row.logExposure).toBeUndefined();
        // The scale is that of what is predicted.
        expect(row.prediction).toBe(probabilities[at * outputs + (outputs > 1 ? labels[at]! : 0)]);
        if (scale === 'prediction')
          expect(Math.abs(row.margin - row.prediction) / size).toBeLessThan(1e-5);
        else if (outputs === 1) expect(row.margin).toBeCloseTo(logit(row.prediction), 4);
        const sizes = row.reasons.map(({ contribution }) => Math.abs(contribution));
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      });
    });
  });
});
