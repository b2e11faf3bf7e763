import { readFile, writeFile } from 'node:fs/promises';
import { describe as group, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { ModelDescription } from '../../src/mlmodel/model-description.ts';
import { writeModelDirectory } from '../../src/mlmodel/write-model-directory.ts';
import { Predictor } from '../../src/predictor/predictor.ts';
import { describePython, floats, pythonScores } from '../python-scores.ts';
import { describe, people, withFolder } from '../small-model.ts';

test('a model of three classes predicts what Python predicts, and names its classes', async () => {
  await withFolder(async (folder) => {
    const table = await people();
    const target = {
      name: 'age',
      task: 'multiclass',
      classes: ['young', 'middle', 'old'],
    } as const;
    const description = { ...describePython(table, 'multiclass'), target };
    const { mlmodel } = await writeModelDirectory(`${folder}/m`, description);
    const { signature } = parse(mlmodel) as { signature: { outputs: string } };
    expect(JSON.parse(signature.outputs)).toEqual([
      { type: 'tensor', 'tensor-spec': { dtype: 'float32', shape: [-1, 3] } },
    ]);
    using predictor = await Predictor.load(`${folder}/m`);
    const { labels, outputs, probabilities } = predictor.predictTable(table);
    const expected = floats(pythonScores.multiclass.predictions);
    expect(probabilities).toEqual(expected);
    expect(outputs).toBe(3);
    expect(predictor.info).toMatchObject({ task: 'multiclass', classes: target.classes });
    expect([...labels]).toEqual(
      Array.from(labels, (_, row) => {
        const own = [...expected.subarray(3 * row, 3 * row + 3)];
        return own.indexOf(Math.max(...own));
      }),
    );
  });
});

test('a directory of version 1, as it was written before there were tasks, still loads', async () => {
  await withFolder(async (folder) => {
    const path = `${folder}/m/xgflow/model.json`;
    await writeModelDirectory(`${folder}/m`, describe(await people()));
    const record = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    expect(record).toMatchObject({ version: 1, target: { task: 'binary' } });
    const target = { name: 'claim', classes: ['no', 'yes'] };
    await writeFile(path, JSON.stringify({ ...record, target }));
    using predictor = await Predictor.load(`${folder}/m`);
    expect(predictor.info).toMatchObject({
      ...{ task: 'binary', target: 'claim' },
      threshold: 0.5,
    });
  });
});

test('what an older reader would score otherwise is of version 2', async () => {
  await withFolder(async (folder) => {
    const platt = { method: 'platt', slope: 1, intercept: 0 } as const;
    const table = await people();
    const written: [string, ModelDescription][] = [
      ['calibrated', { ...describe(table), calibration: platt }],
      ['exposed', { ...describePython(table, 'poisson'), exposure: 'years' }],
    ];
    for (const [name, description] of written) {
      await writeModelDirectory(`${folder}/${name}`, description);
      const text = await readFile(`${folder}/${name}/xgflow/model.json`, 'utf8');
      expect(JSON.parse(text)).toMatchObject({ version: 2 });
    }
  });
});

group('what does not go with the objective is refused', () => {
  type Change = Partial<ModelDescription>;
  const platt = { method: 'platt', slope: 1, intercept: 0 } as const;
  const claim = (more: object): Change => ({ target: { name: 'claim', ...more } });

  test.each<['poisson' | 'multiclass' | 'binary', Change, string]>([
    ['binary', claim({ task: 'regression' }), 'objective binary:logistic is no regression'],
    ['poisson', claim({ task: 'binary' }), 'objective count:poisson is no binary'],
    ['binary', claim({ classes: ['a', 'b', 'c'] }), '3 classes, not 2,'],
    ['multiclass', claim({ classes: ['a', 'b'] }), '2 classes, not 3,'],
    ['multiclass', claim({ classes: ['a', 'b', 'a'] }), 'a class is named twice'],
    ['poisson', claim({ classes: ['a', 'b'] }), '2 classes, not 0,'],
    ['binary', { exposure: 'years' }, 'an exposure needs a log link'],
    ['multiclass', { calibration: platt }, 'a multiclass model is not calibrated'],
    ['poisson', { calibration: platt }, 'a regression model is not calibrated'],
    ['poisson', { threshold: 0.4 }, 'a regression model has no threshold'],
  ])('%s: %j', async (name, change, says) => {
    await withFolder(async (folder) => {
      const description = { ...describePython(await people(), name), ...change };
      await expect(writeModelDirectory(`${folder}/m`, description)).rejects.toMatchObject({
        name: 'ModelTargetError',
        message: expect.stringMatching(
          new RegExp(`^${says}[^\\n]* · the model of claims? · [^\\n]+$`),
        ),
      });
    });
  });
});
