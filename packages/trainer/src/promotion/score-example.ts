import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ModelError } from '@xgflow/model';
import type { Predictor } from '@xgflow/model';

/**
 * Scores the first row of a model's input example (a row of missing values where it has none), to see that it can
 * score at all.
 *
 * @throws ModelError also when the score is no number
 */
export async function scoreExample(predictor: Predictor, directory: string): Promise<number> {
  const { features, featureNames } = predictor.codec;
  const given = await readExample(path.join(directory, 'input_example.json'));
  const row = features.map((feature) => {
    const value = given.get(feature.name) ?? null;
    // The example of an xgflow model holds the codes of levels, as MLflow's scorers take them.
    return feature.kind === 'categorical' && typeof value === 'number'
      ? (feature.levels[value] ?? null)
      : value;
  });
  const { exposure } = predictor.info;
  const names = exposure === undefined ? featureNames : [...featureNames, exposure];
  const [score = NaN] = predictor.predictRows(names, [[...row, 1]]).probabilities;
  if (Number.isFinite(score)) return score;
  throw new ModelError(
    `the model scores its own example as ${score} · ${directory} · do not use this version`,
  );
}

async function readExample(file: string): Promise<ReadonlyMap<string, unknown>> {
  try {
    const { columns, data } = JSON.parse(await readFile(file, 'utf8')) as {
      columns?: string[];
      data?: unknown[][];
    };
    return new Map((columns ?? []).map((name, at) => [name, data?.[0]?.[at]]));
  } catch {
    return new Map();
  }
}
