import type { NumericColumn } from '../table/column.ts';

/** From here on pandas has no 64-bit integer for the value. */
export const INTEGER_LIMIT = 2 ** 63;

/** A numeric column of these values, which it keeps; an integer column has at least one number. */
export function numericColumn(
  name: string,
  values: Float64Array,
  everyInteger: boolean,
  missing: number,
): NumericColumn {
  const integer = everyInteger && missing < values.length;
  // An integer has no −0; pandas reads "-0" as 0.
  if (integer) for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) + 0;
  return { kind: 'numeric', name, values, integer, missing };
}
