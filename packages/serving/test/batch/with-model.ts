import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inferSchema, readCsv } from '@xgflow/data';
import { Codec, Predictor, writeModelDirectory } from '@xgflow/model';
import { DMatrix, train } from '@xgflow/xgboost-node';

/** 57 rows of a number, a text level with a comma in it, and a note that the model does not know. */
const rows = Array.from({ length: 57 }, (_, i) => {
  const level = ['a', '"b,c"', 'ü'][i % 3] ?? '';
  return `${(i * 7) % 41},${level},"note ""${i}"""`;
});
export const csv = `n,k,note\n${rows.join('\n')}\n`;

/** What an objective needs besides its name. */
const params = {
  'binary:logistic': {},
  'reg:squarederror': {},
  'multi:softprob': { num_class: 3 },
  'reg:quantileerror': { quantile_alpha: [0.1, 0.9] },
} as const;

export async function withModel(
  run: (place: {
    folder: string;
    input: string;
    output: string;
    predictor: Predictor;
  }) => Promise<void>,
  objective: keyof typeof params = 'binary:logistic',
  classNames = objective === 'binary:logistic' ? ['no', 'yes'] : undefined,
  levels = 'k',
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xgflow-serving-'));
  try {
    const input = join(folder, 'in.csv');
    await writeFile(input, csv.replace('k', levels));
    const table = await readCsv(input, { categorical: [levels], drop: ['note'] });
    const codec = Codec.fromTable(table);
    const label = Float32Array.from({ length: 57 }, (_, i) => Number(i % 3 === 1));
    using data = DMatrix.fromColumns(codec.encodeTable(table), { label, nthread: 1 });
    const how = { objective, nthread: 1, max_depth: 2, ...params[objective] };
    using booster = train(how, data, { rounds: 5 }).booster;
    await writeModelDirectory(join(folder, 'm'), {
      model: booster.toBuffer('ubj'),
      codec,
      schema: inferSchema(table),
      target: { name: 'y', ...(classNames ? { classes: classNames } : {}) },
    });
    using predictor = await Predictor.load(join(folder, 'm'));
    await run({ folder, input, output: join(folder, 'out.csv'), predictor });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
