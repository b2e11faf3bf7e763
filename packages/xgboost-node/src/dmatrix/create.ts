import { call, describe, jsonWithMissing, keepAlive, outCell, pointerIn } from '../capi/index.ts';
import type { Pointer } from '../capi/index.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import { XGBoostError } from '../errors/xgboost-error.ts';
import type { Column } from './columns.ts';
import { describeColumns } from './columns.ts';
import type { DenseValues } from './dense-codes.ts';
import { refuseInfiniteCells, refuseInfiniteColumns } from './infinite-cell.ts';

/** The library's name of the number of threads; nothing, when it may choose. */
export function threads(nthread: number | undefined): Record<string, number> {
  return nthread === undefined ? {} : { nthread };
}

/** @throws InvalidArgumentError when the sizes and the number of values do not fit. */
export function checkDense({ values, rows, cols }: DenseValues): void {
  const positive = [rows, cols].every((size) => Number.isSafeInteger(size) && size > 0);
  if (positive && values.length === rows * cols) return;
  throw new InvalidArgumentError(
    `${values.length} values do not fill ${rows} rows × ${cols} columns; give rows × cols values, at least one`,
    'values',
  );
}

/** The library refuses infinite cells without saying where; `explain` finds the cell after a refusal. */
export function explained<Result>(create: () => Result, explain: () => void): Result {
  try {
    return create();
  } catch (error) {
    if (error instanceof XGBoostError) explain();
    throw error;
  }
}

/** Makes a native matrix from row-major values, which are copied. */
export function createFromDense(
  dense: DenseValues,
  options: { nthread?: number | undefined; names?: readonly string[] | undefined },
): Pointer {
  checkDense(dense);
  const { values, rows, cols, missing } = dense;
  const described = describe(values, [rows, cols], 'values');
  const cell = outCell();
  return explained(
    () =>
      keepAlive(described.arrays, () => {
        const config = jsonWithMissing(threads(options.nthread), missing);
        call('XGDMatrixCreateFromDense', JSON.stringify(described.json), config, cell);
        return pointerIn(cell);
      }),
    () => {
      refuseInfiniteCells(values, cols, missing, options.names);
    },
  );
}

/** Makes a native matrix from columns, which are copied. */
export function createFromColumns(columns: readonly Column[], nthread?: number): Pointer {
  const described = describeColumns(columns);
  const cell = outCell();
  return explained(
    () =>
      keepAlive(described.arrays, () => {
        call(
          'XGDMatrixCreateFromColumnar',
          described.json,
          jsonWithMissing(threads(nthread), NaN),
          cell,
        );
        return pointerIn(cell);
      }),
    () => {
      refuseInfiniteColumns(columns);
    },
  );
}
