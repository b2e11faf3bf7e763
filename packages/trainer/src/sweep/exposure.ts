import type { Table } from '@xgflow/data';
import { ExposureError } from './exposure-error.ts';

/**
 * Reads the exposure of each row: how long or how much was at risk. Its natural logarithm is the base margin, so that twice
 * the exposure gives twice the prediction.
 *
 * @throws ExposureError where it is text, missing, not finite, zero or negative
 */
export function readExposure(table: Table, name: string): Float64Array {
  const column = table.column(name);
  if (column.kind === 'categorical') throw new ExposureError(name, 'text');
  const row = column.values.findIndex((value) => !(value > 0 && Number.isFinite(value)));
  if (row >= 0) {
    const value = column.values[row] ?? NaN;
    throw new ExposureError(name, Number.isNaN(value) ? 'missing' : String(value), row);
  }
  return Float64Array.from(column.values);
}

/** The base margin of an exposure. */
export function marginOf(exposure: Float64Array): Float32Array {
  return Float32Array.from(exposure, Math.log);
}
