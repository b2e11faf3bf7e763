import { join } from 'node:path';
import { Readable } from 'node:stream';
import { inferSchema, readCsv } from '@xgflow/data';
import { Codec, Predictor, writeModelDirectory } from '@xgflow/model';
import { DMatrix, train } from '@xgflow/xgboost-node';
import type { DecidedRows } from '../../src/decisions/decision-log.ts';
import { rowFacts } from '../../src/decisions/row-facts.ts';
import { withFolder } from '../support/small-model.ts';

export const records = Array.from({ length: 40 }, (_, row) => ({
  age: 20 + ((row * 37) % 61),
  town: ['Ulm', 'Jena', 'Åre'][row % 3] ?? '',
}));

/** A folder with a model that decides by age and town. */
export async function withModel(
  run: (place: { folder: string; log: string; predictor: Predictor }) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const csv = ['age,town', ...records.map(({ age, town }) => `${age},${town}`), ''].join('\n');
    const table = await readCsv(Readable.from([Buffer.from(csv)]), { categorical: ['town'] });
    const codec = Codec.fromTable(table);
    const label = Float32Array.from(records, ({ age }) => Number(age > 45));
    using data = DMatrix.fromColumns(codec.encodeTable(table), { label, nthread: 1 });
    const params = { objective: 'binary:logistic', nthread: 1, max_depth: 2 } as const;
    using booster = train(params, data, { rounds: 5 }).booster;
    await writeModelDirectory(join(folder, 'model'), {
      model: booster.toBuffer('ubj'),
      codec,
      schema: inferSchema(table),
      target: { name: 'y', classes: ['no', 'yes'] },
    });
    using predictor = await Predictor.load(join(folder, 'model'));
    await run({ folder, log: join(folder, 'decisions.log'), predictor });
  });
}

/** The rows as a server would decide and log them. */
export function decided(
  predictor: Predictor,
  rows: readonly Readonly<Record<string, unknown>>[],
): DecidedRows {
  const { sha256, threshold } = predictor.info;
  return {
    route: 'predict',
    model: { name: 'claims', version: '1', run_id: null, model_id: null, sha256 },
    threshold,
    libraries: 'xgflow=0 xgboost=0',
    rows: rowFacts(predictor, (row, name) => rows[row]?.[name], predictor.predictRecords(rows)),
  };
}
