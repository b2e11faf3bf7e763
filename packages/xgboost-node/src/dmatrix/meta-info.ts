import { describe, keepAlive, call } from '../capi/index.ts';
import type { NumericArray, Pointer } from '../capi/index.ts';
import { InvalidDataError } from '../errors/invalid-data-error.ts';

/** One number per row; anything but a Float32Array is rounded to float32, as the library stores it. */
export type Vector = NumericArray | readonly number[];

/** What a DMatrix carries besides its columns. */
export interface MetaInfo {
  /** One finite number per row. */
  label?: Vector;
  /** One finite number ≥ 0 per row. */
  weight?: Vector;
  /** Margin to start from: one per row, or `rows × outputs` row by row. */
  baseMargin?: Vector;
}

const fields = { label: 'label', weight: 'weight', baseMargin: 'base_margin' } as const;

export type MetaField = keyof typeof fields;

/** The library's name of a field. */
export function fieldName(field: MetaField): (typeof fields)[MetaField] {
  return fields[field];
}

/** @throws InvalidDataError for a wrong length, NaN, infinity or a negative weight. */
function toFloat32(values: Vector, field: MetaField, rows: number): Float32Array {
  const fits =
    field === 'baseMargin'
      ? values.length > 0 && values.length % rows === 0
      : values.length === rows;
  if (!fits) {
    throw new InvalidDataError(
      `${field} has ${values.length} values for ${rows} rows; give one per row`,
      { field },
    );
  }
  const floats =
    values instanceof Float32Array
      ? values
      : Float32Array.from(values as ArrayLike<number>, Number);
  for (const [row, value] of floats.entries()) {
    if (Number.isFinite(value) && (field !== 'weight' || value >= 0)) continue;
    throw new InvalidDataError(
      `${field} of row ${row} is ${value}; ${field === 'weight' ? 'weights must be finite and not negative' : 'it must be finite in float32, so drop the row or fill the value'}`,
      { field, row },
    );
  }
  return floats;
}

/** Stores one field of meta information in the native matrix, which copies it. */
export function setMetaInfo(
  pointer: Pointer,
  field: MetaField,
  values: Vector,
  rows: number,
): void {
  const floats = toFloat32(values, field, rows);
  const outputs = floats.length / rows;
  const described = describe(floats, outputs === 1 ? [rows] : [rows, outputs], field);
  keepAlive(described.arrays, () => {
    call('XGDMatrixSetInfoFromInterface', pointer, fields[field], JSON.stringify(described.json));
  });
}
