import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inferSchema, readCsv } from '@xgflow/data';
import { Codec, writeModelDirectory, type ModelDescription } from '@xgflow/model';
import { DMatrix, train } from '@xgflow/xgboost-node';

/** 57 rows of a number, text levels and integer levels. */
const rows = Array.from({ length: 57 }, (_, i) => {
  const level = ['north', '"south, or so"', 'Ü'][i % 3] ?? '';
  return `${(i * 7) % 41},${level},${(i * 5) % 4}`;
});
export const smallCsv = `n,region,children\n${rows.join('\n')}\n`;

/** What an objective needs besides its name. */
const params = {
  'binary:logistic': {},
  'multi:softprob': { num_class: 3 },
  'reg:quantileerror': { quantile_alpha: [0.1, 0.9] },
  'reg:squarederror': {},
} as const;

export interface SmallModelOptions {
  readonly objective?: keyof typeof params;
  readonly rounds?: number;
  readonly threshold?: number;
  /** Turns the labels round, so that two models disagree. */
  readonly inverted?: boolean;
}

/** Runs with an empty folder, removed afterwards. */
export async function withFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'xgflow-serving-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes a small model directory. @returns its path */
export async function writeSmallModel(
  folder: string,
  name: string,
  options: SmallModelOptions = {},
): Promise<string> {
  const { threshold } = options;
  const directory = join(folder, name);
  await writeModelDirectory(directory, {
    ...(await describe(folder, options)),
    ...(threshold === undefined ? {} : { threshold }),
    runId: `run-of-${name}`,
  });
  return directory;
}

/** Writes the average of two small models. @returns its path */
export async function writeSmallAverage(folder: string, name: string): Promise<string> {
  const { model, ...rest } = await describe(folder, {});
  const other = await describe(folder, { rounds: 2 });
  const directory = join(folder, name);
  await writeModelDirectory(directory, {
    ...rest,
    members: [
      { name: 'a', model },
      { name: 'b', model: other.model },
    ],
    combiner: { method: 'average', weights: [0.5, 0.5] },
  });
  return directory;
}

async function describe(folder: string, options: SmallModelOptions): Promise<ModelDescription> {
  const { objective = 'binary:logistic', rounds = 5, inverted = false } = options;
  const input = join(folder, 'small.csv');
  await writeFile(input, smallCsv);
  const table = await readCsv(input, { categorical: ['region', 'children'] });
  const codec = Codec.fromTable(table);
  const label = Float32Array.from({ length: 57 }, (_, i) => Number((i % 3 === 1) !== inverted));
  using data = DMatrix.fromColumns(codec.encodeTable(table), { label, nthread: 1 });
  const how = { objective, nthread: 1, max_depth: 2, ...params[objective] };
  using booster = train(how, data, { rounds }).booster;
  return {
    model: booster.toBuffer('ubj'),
    codec,
    schema: inferSchema(table),
    target: objective === 'binary:logistic' ? { name: 'y', classes: ['no', 'yes'] } : { name: 'y' },
  };
}
