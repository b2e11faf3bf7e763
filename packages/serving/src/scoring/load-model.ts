import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSchema, type ColumnSchema } from '@xgflow/data';
import { Predictor, type Predictions } from '@xgflow/model';
import { ModelRefusedError } from '../errors/model-refused-error.ts';
import { inputExample } from './input-example.ts';
import type { ModelFacts } from './model-facts.ts';

/** Predictions until the code is warm, and those of which the least counts. */
const WARM_UP = 40;
const MEASURED = 10;

/** A model in this thread, proven to predict. */
export interface LoadedModel extends Disposable {
  readonly predictor: Predictor;
  readonly facts: ModelFacts;
}

/**
 * Loads a model directory and predicts its input example.
 *
 * @throws {ModelRefusedError} a prediction that is no number · the errors of `Predictor.load`
 */
export async function loadModel(directory: string): Promise<LoadedModel> {
  const predictor = await Predictor.load(directory);
  try {
    const { features } = predictor.codec;
    const { exposure } = predictor.info;
    const example = await inputExample(directory, { features, exposure });
    verify(predictor.predictRecords([example]), directory);
    const columns = await trainingColumns(directory);
    const bytes = await directoryBytes(directory);
    const rowMs = timeOfOneRow(predictor, example);
    const facts = { info: predictor.info, features, columns, example, bytes, rowMs };
    return {
      predictor,
      facts,
      [Symbol.dispose]: () => {
        predictor.dispose();
      },
    };
  } catch (error) {
    predictor.dispose();
    throw error;
  }
}

function verify({ probabilities }: Predictions, directory: string): void {
  if (probabilities.length > 0 && probabilities.every((value) => Number.isFinite(value))) return;
  throw new ModelRefusedError(
    `the model does not predict its own input example · ${directory} · train it again`,
  );
}

async function trainingColumns(directory: string): Promise<readonly ColumnSchema[]> {
  const path = join(directory, 'xgflow', 'schema.json');
  if (!existsSync(path)) return [];
  return parseSchema(JSON.parse(await readFile(path, 'utf8')), path).columns;
}

async function directoryBytes(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = files.map(
    async ({ name, parentPath }) => (await stat(join(parentPath, name))).size,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function timeOfOneRow(predictor: Predictor, example: ModelFacts['example']): number {
  let least = Infinity;
  for (let turn = 0; turn < WARM_UP + MEASURED; turn++) {
    const started = performance.now();
    predictor.predictRecords([example]);
    if (turn >= WARM_UP) least = Math.min(least, performance.now() - started);
  }
  return least;
}
