import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Predictor } from '@xgflow/model';
import { scoreTable } from '../../src/batch/score-table.ts';
import { withServer } from '../support/server.ts';

/** An XGBClassifier of three classes as `mlflow.xgboost.log_model` writes it; its numbers are compared with Python's beside it. */
const fixtures = new URL('../../../model/test/fixtures/', import.meta.url).pathname;
const model = join(fixtures, 'python-classes');
const input = join(fixtures, 'people.csv');

test('a Python model of several classes is scored as a file and served, by the codes of its classes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xgflow-serving-'));
  try {
    const output = join(folder, 'out.csv');
    using predictor = await Predictor.load(model);
    await scoreTable({ predictor, input, output });
    const [header, ...lines] = (await readFile(output, 'utf8')).trim().split('\n');
    expect(header).toBe('row,prediction,probability_0,probability_1,probability_2,unseen_levels');
    expect(lines).toHaveLength(240);
    const python = JSON.parse(await readFile(join(fixtures, 'python-classes.json'), 'utf8')) as {
      'python-classes': { labels: number[] };
    };
    const labels = lines.map((line) => Number(line.split(',')[1]));
    expect(labels).toEqual(python['python-classes'].labels);
    await withServer(model, {}, async ({ get, post }) => {
      const csv = await readFile(input, 'utf8');
      const { body } = await post('/predict', csv, { 'content-type': 'text/csv' });
      const { columns, data } = body as { columns: string[]; data: number[][] };
      expect(columns[3]).toBe('prediction');
      expect(data.map((row) => [row[3], ...row.slice(0, 3)].join())).toEqual(
        lines.map((line) => line.split(',').slice(1, 5).join()),
      );
      expect((await get('/schema')).body).toMatchObject({ kind: 'multiclass', classes: [0, 1, 2] });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
