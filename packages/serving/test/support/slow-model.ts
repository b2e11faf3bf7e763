import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inferSchema, readCsv } from '@xgflow/data';
import { Codec, writeModelDirectory } from '@xgflow/model';
import { DMatrix, train } from '@xgflow/xgboost-node';

const COLUMNS = 12;
const ROWS = 4000;

/** Numbers without a pattern, so that the trees become deep. */
function noise(): () => number {
  let state = 7;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const next = noise();
const values = Array.from({ length: ROWS }, () =>
  Array.from({ length: COLUMNS }, () => Number(next().toFixed(4))),
);

/** Some rows for it: to explain one takes several milliseconds, all of them inside the library. */
export function slowRows(rows: number): string {
  return JSON.stringify({ instances: Array.from({ length: rows }, (_, at) => values[at % ROWS]) });
}

/** Writes a model whose explanations take long. @returns its directory */
export async function writeSlowModel(folder: string): Promise<string> {
  const input = join(folder, 'slow.csv');
  const header = Array.from({ length: COLUMNS }, (_, at) => `c${at}`).join(',');
  await writeFile(input, `${header}\n${values.map((row) => row.join(',')).join('\n')}\n`);
  const table = await readCsv(input);
  const codec = Codec.fromTable(table);
  const label = Float32Array.from(values, () => Number(next() < 0.5));
  using data = DMatrix.fromColumns(codec.encodeTable(table), { label, nthread: 1 });
  const how = { objective: 'binary:logistic', nthread: 1, max_depth: 14, min_child_weight: 0 };
  using booster = train(how, data, { rounds: 40 }).booster;
  const directory = join(folder, 'slow');
  await writeModelDirectory(directory, {
    model: booster.toBuffer('ubj'),
    codec,
    schema: inferSchema(table),
    target: { name: 'y', classes: ['no', 'yes'] },
  });
  return directory;
}
