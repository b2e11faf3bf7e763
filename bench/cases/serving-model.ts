import path from 'node:path';
import { inferSchema, readCsv } from '@xgflow/data';
import { Codec, writeModelDirectory } from '@xgflow/model';
import { DMatrix, train } from '@xgflow/xgboost-node';
import { claimsColumns } from '../contenders/claims-columns.ts';
import { claims } from '../paths.ts';

const TARGET = 'claim_status';
const TREES = 100;

/** A model that both servers can score, and bodies for it. */
export interface ServingModel {
  readonly directory: string;
  readonly features: number;
  readonly trees: number;
  /** A request with so many rows of the claims table. */
  body(rows: number): string;
}

/** The claims table's numeric columns, 100 trees of depth 4. */
export async function servingModel(scratch: string): Promise<ServingModel> {
  const { categorical, drop } = await claimsColumns();
  const table = await readCsv(claims, { drop: [...drop, ...categorical] });
  const label = table.column(TARGET);
  if (label.kind !== 'numeric') throw new TypeError(TARGET);
  const features = table.drop([TARGET]);
  const codec = Codec.fromTable(features);
  using data = DMatrix.fromColumns(codec.encodeTable(features), {
    label: Float32Array.from(label.values),
  });
  const params = { objective: 'binary:logistic', max_depth: 4, learning_rate: 0.1 } as const;
  using booster = train(params, data, { rounds: TREES }).booster;
  const directory = path.join(scratch, 'model');
  await writeModelDirectory(directory, {
    model: booster.toBuffer('ubj'),
    codec,
    schema: inferSchema(features),
    target: { name: TARGET, classes: [0, 1] },
  });
  const columns = features.columns;
  return {
    directory,
    features: columns.length,
    trees: TREES,
    body: (rows) =>
      JSON.stringify({
        dataframe_split: {
          columns: columns.map(({ name }) => name),
          data: Array.from({ length: rows }, (_, row) =>
            columns.map((column) => {
              const value = column.kind === 'numeric' ? column.values[row] : undefined;
              return value === undefined || Number.isNaN(value) ? null : value;
            }),
          ),
        },
      }),
  };
}
