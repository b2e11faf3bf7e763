import { readFile } from 'node:fs/promises';
import { describe as group, expect, test } from '@jest/globals';
import { Predictor } from '../../src/predictor/predictor.ts';
import { floats } from '../python-scores.ts';
import { people } from '../small-model.ts';

const fixture = (name: string): string => new URL(`../fixtures/${name}`, import.meta.url).pathname;

interface PythonClasses {
  readonly labels: readonly number[];
  /** What `mlflow.pyfunc` predicts. */
  readonly pyfunc: readonly number[];
  readonly probabilities: string;
  readonly contributions: string;
}

/** fixtures/python-classes.json, made by fixtures/make-python-classes.py. */
const python = JSON.parse(await readFile(fixture('python-classes.json'), 'utf8')) as Record<
  string,
  PythonClasses
>;

group("models of several classes of Python's mlflow.xgboost", () => {
  test.each([
    ['python-classes', 'multi:softprob', 'xgboost.sklearn.XGBClassifier'],
    ['python-softmax', 'multi:softmax', 'xgboost.core.Booster'],
  ])(
    '%s: probabilities, classes and contributions are those of Python',
    async (name, objective, modelClass) => {
      using predictor = await Predictor.load(fixture(name));
      expect(predictor.info).toMatchObject({
        objective,
        modelClass,
        kind: 'multiclass',
        task: 'multiclass',
        classes: [0, 1, 2],
      });
      const table = await people();
      const { labels, outputs, probabilities } = predictor.predictTable(table);
      expect(outputs).toBe(3);
      const expected = floats(python[name]!.probabilities);
      const gaps = probabilities.map((value, at) => Math.abs(value - expected[at]!));
      expect(gaps).toHaveLength(expected.length);
      // Of softmax Python gives no probabilities; those of the fixture went through 64 bits.
      expect(Math.max(...gaps)).toBeLessThanOrEqual(name === 'python-classes' ? 0 : 1e-7);
      expect([...labels]).toEqual(python[name]!.labels);
      expect([...labels]).toEqual(python[name]!.pyfunc);
      expect(new Set(labels).size).toBe(3);
      const contributions = floats(python[name]!.contributions);
      const { rows } = predictor.explainTable(table);
      expect(rows).toHaveLength(table.rowCount);
      rows.forEach((row, at) => {
        const from = (3 * at + labels[at]!) * 6;
        expect([...row.contributions, row.bias]).toEqual([
          ...contributions.subarray(from, from + 6),
        ]);
        expect(row.label).toBe(labels[at]);
      });
    },
  );
});
