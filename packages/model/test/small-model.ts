import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inferSchema, readCsv, type Table } from '@xgflow/data';
import { DMatrix, train } from '@xgflow/xgboost-node';
import type { Calibration } from '../src/calibration/calibration.ts';
import { Codec } from '../src/codec/codec.ts';
import type { Combiner } from '../src/ensemble/combiner.ts';
import type { EnsembleDescription } from '../src/ensemble/ensemble-description.ts';
import type { ModelDescription } from '../src/mlmodel/model-description.ts';
import { writeModelDirectory } from '../src/mlmodel/write-model-directory.ts';
import { Predictor } from '../src/predictor/predictor.ts';

/** 240 people: three numbers (one with missing cells), text levels and integer levels. */
export const peopleCsv = new URL('fixtures/people.csv', import.meta.url).pathname;

export async function people(): Promise<Table> {
  return readCsv(peopleCsv, { categorical: ['region', 'product'] });
}

/** Old enough to claim; what the models of these tests learn. */
export function labelOf(table: Table): Float32Array {
  const age = table.column('age');
  if (age.kind !== 'numeric') throw new TypeError('age');
  return Float32Array.from(age.values, (value) => Number(value > 45));
}

/** A small binary model and everything that goes into its directory. */
export function describe(table: Table, options: { rounds?: number } = {}): ModelDescription {
  const codec = Codec.fromTable(table);
  using data = DMatrix.fromColumns(codec.encodeTable(table), { label: labelOf(table), nthread: 1 });
  const params = { objective: 'binary:logistic', max_depth: 3, nthread: 1 } as const;
  using booster = train(params, data, { rounds: options.rounds ?? 8 }).booster;
  return {
    model: booster.toBuffer('ubj'),
    codec,
    schema: inferSchema(table),
    target: { name: 'claim', classes: ['no', 'yes'] },
  };
}

/** Runs with a directory that is removed afterwards. */
export async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xgflow-model-'));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs with the predictor of a model that is written for it, and its directory. */
export async function withPredictor(
  description: ModelDescription | EnsembleDescription,
  run: (predictor: Predictor, directory: string) => Promise<void> | void,
): Promise<void> {
  await withFolder(async (folder) => {
    await writeModelDirectory(join(folder, 'm'), description);
    using predictor = await Predictor.load(join(folder, 'm'));
    await run(predictor, join(folder, 'm'));
  });
}

/** A table's rows by name, as JSON has them: null for missing. */
export function recordsOf(table: Table): Record<string, string | number | null>[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(
      table.columns.map((column) => {
        const cell =
          column.kind === 'numeric' ? column.values[row] : column.levels[column.codes[row] ?? -1];
        return [column.name, cell === undefined || Number.isNaN(cell) ? null : cell];
      }),
    ),
  );
}

/** Two small boosters in one model. */
export function ensembleOf(
  table: Table,
  combiner: Combiner,
  calibrations: readonly (Calibration | undefined)[] = [],
): EnsembleDescription {
  const { model, ...rest } = describe(table);
  const members = [model, describe(table, { rounds: 2 }).model].map((own, at) => {
    const calibration = calibrations[at];
    return { name: `m${at}`, model: own, ...(calibration && { calibration }) };
  });
  return { ...rest, members, combiner };
}
