import { call, describe, handleOf, keepAlive } from '../capi/index.ts';
import type { Described, Handle } from '../capi/index.ts';
import { predictMatrix } from '../booster/predict-matrix.ts';
import type { DMatrix } from '../dmatrix/dmatrix.ts';
import { InvalidDataError } from '../errors/invalid-data-error.ts';
import type { CustomObjective } from './train-options.ts';

function described(
  values: Float32Array | Float64Array,
  field: string,
  size: { rows: number; length: number },
): Described {
  if (values.length !== size.length) {
    throw new InvalidDataError(
      `the objective's ${field} has ${values.length} values for ${size.length} margins; give one per margin`,
      { field },
    );
  }
  const row = values.findIndex((value) => !Number.isFinite(value));
  if (row >= 0) {
    throw new InvalidDataError(
      `the objective's ${field} is ${values[row] ?? NaN} at margin ${row}; it must be finite`,
      { field, row },
    );
  }
  return describe(values, [size.rows, size.length / size.rows], field);
}

/** One round with the gradients of a custom objective. */
export function updateWithObjective(
  booster: Handle,
  data: DMatrix,
  round: number,
  objective: CustomObjective,
): void {
  const matrix = handleOf(data, 'DMatrix');
  const margin = predictMatrix(booster, matrix, { output: 'margin' }, true);
  const size = { rows: data.rowCount, length: margin.values.length };
  const result = objective(margin, data);
  const gradient = described(result.gradient, 'gradient', size);
  const hessian = described(result.hessian, 'hessian', size);
  keepAlive([...gradient.arrays, ...hessian.arrays], () => {
    call(
      'XGBoosterTrainOneIter',
      booster.pointer,
      matrix.pointer,
      round,
      JSON.stringify(gradient.json),
      JSON.stringify(hessian.json),
    );
  });
}
