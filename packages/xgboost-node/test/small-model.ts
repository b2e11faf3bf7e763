import { DMatrix, train } from '../src/index.ts';
import type { Booster, Column, TrainParams } from '../src/index.ts';
import { denseValues, labels, syntheticTable } from './synthetic-table.ts';
import type { SyntheticTable } from './synthetic-table.ts';

export const table: SyntheticTable = syntheticTable(200, 5);
export const values: Float32Array = denseValues(table, new Float32Array(table.rows * 4));
export const label: Float32Array = labels(table.scores, 'binary');
export const featureNames = ['a', 'b', 'c', 'd'] as const;

/** A matrix of the dense columns a to d. */
export function denseMatrix(): DMatrix {
  return DMatrix.fromDense(values, { rows: table.rows, cols: 4, label, featureNames, nthread: 1 });
}

/** A matrix of all columns, the categorical one included. */
export function columnMatrix(columns: readonly Column[] = table.columns): DMatrix {
  return DMatrix.fromColumns(columns, { label, nthread: 1 });
}

/** Hands a model of 5 rounds to `use` and disposes it. */
export function withModel<Result>(
  data: DMatrix,
  use: (booster: Booster, data: DMatrix) => Result,
  params: TrainParams = {},
): Result {
  using matrix = data;
  using result = train({ objective: 'binary:logistic', nthread: 1, ...params }, matrix, {
    rounds: 5,
  });
  return use(result.booster, matrix);
}

/** The bytes of a model as text, to compare with those of others. */
export function base64(booster: Booster): string {
  return Buffer.from(booster.toBuffer()).toString('base64');
}
