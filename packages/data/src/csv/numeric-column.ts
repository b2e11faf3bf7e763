import type { NumericColumn } from '../table/column.ts';

/** From here on pandas has no 64-bit integer for the value. */
export const INTEGER_LIMIT = 2 ** 63;

/**
 * A numeric column of these values, which it keeps; an integer column has at least one number.
 *
 * @param minusZero false where no value is −0. Default true: they are looked through.
 */
export function numericColumn(
  name: string,
  values: Float64Array,
  everyInteger: boolean,
  missing: number,
  minusZero = true,
): NumericColumn {
  const integer = everyInteger && missing < values.length;
  if (integer && minusZero) dropMinusZero(values);
  return { kind: 'numeric', name, values, integer, missing };
}

/** An integer has no −0; pandas reads "-0" as 0. */
function dropMinusZero(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) + 0;
}
