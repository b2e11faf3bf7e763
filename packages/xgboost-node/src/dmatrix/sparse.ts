import { call, describe, jsonWithMissing, keepAlive, outCell, pointerIn } from '../capi/index.ts';
import type { Pointer } from '../capi/index.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import { checkCode } from './category-code.ts';
import { explained, threads } from './create.ts';
import { isInfinite, refuseInfinite } from './infinite-cell.ts';

/**
 * Rows of which only some cells are stored, as in SciPy's `csr_matrix`: the cells of row `i` are those from `indptr[i]` to
 * `indptr[i + 1]`. A cell that is not stored is missing, not 0.
 */
export interface SparseRows {
  /** One more than there are rows; from 0, never falling, to the number of cells. */
  indptr: Int32Array | Uint32Array | BigInt64Array | BigUint64Array;
  /** 0-based column of each cell. */
  indices: Int32Array | Uint32Array;
  values: Float32Array | Float64Array;
}

/** Sparse rows with what they do not say themselves. */
export interface SparseValues extends SparseRows {
  cols: number;
  missing: number;
}

/** The library reads past its memory for what this refuses. @throws InvalidArgumentError */
function checkSparse({ indptr, indices, values, cols }: SparseValues): void {
  const refuse = (problem: string, argument: string): never => {
    throw new InvalidArgumentError(`${argument} ${problem}`, argument);
  };
  if (!Number.isSafeInteger(cols) || cols < 1) {
    refuse(`is ${cols}; give the number of columns, at least 1`, 'cols');
  }
  if (indptr.length < 2) refuse('has no row; give one more entry than there are rows', 'indptr');
  if (indices.length !== values.length) {
    refuse(`has ${indices.length} entries for ${values.length} values; give one each`, 'indices');
  }
  for (let row = 0; row < indptr.length; row += 1) {
    const [before, at] = [Number(indptr[row - 1] ?? 0), Number(indptr[row])];
    const ends = row === 0 ? at === 0 : row < indptr.length - 1 || at === values.length;
    if (at < before || !ends) {
      refuse(
        `has ${at} at ${row}; it must rise from 0 to the number of values, ${values.length}`,
        'indptr',
      );
    }
  }
  const outside = indices.findIndex((column) => column < 0 || column >= cols);
  if (outside >= 0) {
    refuse(`has column ${indices[outside] ?? NaN} at ${outside}; there are ${cols}`, 'indices');
  }
}

/** Row of a stored cell. */
function rowOf({ indptr }: SparseRows, cell: number): number {
  let row = 0;
  while (Number(indptr[row + 1]) <= cell) row += 1;
  return row;
}

/** Makes a native matrix from checked sparse rows, which are copied. */
export function createFromSparse(
  sparse: SparseValues,
  options: { nthread?: number | undefined; names?: readonly string[] | undefined },
): Pointer {
  checkSparse(sparse);
  const { indptr, indices, values, cols, missing } = sparse;
  const parts = [
    describe(indptr, [indptr.length], 'indptr'),
    describe(indices, [indices.length], 'indices'),
    describe(values, [values.length], 'values'),
  ] as const;
  const [starts, columns, cells] = parts.map(({ json }) => JSON.stringify(json));
  const cell = outCell();
  return explained(
    () =>
      keepAlive(
        parts.flatMap(({ arrays }) => arrays),
        () => {
          const config = jsonWithMissing(threads(options.nthread), missing);
          call(
            'XGDMatrixCreateFromCSR',
            starts ?? '',
            columns ?? '',
            cells ?? '',
            cols,
            config,
            cell,
          );
          return pointerIn(cell);
        },
      ),
    () => {
      const at = values.findIndex((value) => value !== missing && isInfinite(value));
      const column = indices[at] ?? 0;
      if (at >= 0) {
        refuseInfinite(values[at], {
          row: rowOf(sparse, at),
          column,
          name: options.names?.[column],
        });
      }
    },
  );
}

/**
 * The largest stored code of each categorical column, -1 when it has none; undefined for other columns.
 *
 * @throws InvalidDataError for a code that is not an integer ≥ 0.
 */
export function largestCodes(
  sparse: SparseValues,
  categorical: readonly boolean[],
  names?: readonly string[],
): (number | undefined)[] {
  const largest = categorical.map((is): number | undefined => (is ? -1 : undefined));
  for (const [at, code] of sparse.values.entries()) {
    const column = sparse.indices[at] ?? 0;
    const before = largest[column];
    if (before === undefined || Number.isNaN(code) || code === sparse.missing) continue;
    checkCode(code, { row: rowOf(sparse, at), column, name: names?.[column] });
    largest[column] = Math.max(before, code);
  }
  return largest;
}
