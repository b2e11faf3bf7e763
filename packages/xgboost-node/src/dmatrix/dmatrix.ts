import {
  Handle,
  call,
  copyFloats,
  countIn,
  featureInfo,
  handleOf,
  outCell,
  own,
  pointerIn,
} from '../capi/index.ts';
import type { FeatureType } from '../feature-type.ts';
import type { Column } from './columns.ts';
import type { DenseOptions, DMatrixOptions, SparseOptions } from './dmatrix-options.ts';
import { knownCategories, rememberCategories } from './known-categories.ts';
import { makeFromColumns, makeFromDense, makeFromSparse } from './make.ts';
import type { MadeMatrix } from './make.ts';
import type { Vector } from './meta-info.ts';
import { fieldName } from './meta-rules.ts';
import type { MetaField, MetaShape } from './meta-rules.ts';
import { makeQuantized } from './quantized.ts';
import type { DenseBatch, QuantizedOptions } from './quantized.ts';
import { checkRowIndices } from './row-indices.ts';
import { setMetaInfo } from './set-meta-info.ts';
import type { SparseRows } from './sparse.ts';

/**
 * Data in the library's own form: what train() and predict() read. It holds native memory:
 * call dispose(), or declare it with `using`.
 *
 * @see https://xgboost.readthedocs.io/en/stable/python/python_api.html#xgboost.DMatrix
 */
export class DMatrix implements Disposable {
  readonly rowCount: number;
  readonly colCount: number;
  readonly #shape: MetaShape;

  private constructor({ handle, categories, shape }: MadeMatrix) {
    own(this, handle);
    rememberCategories(this, categories);
    this.#shape = shape;
    this.rowCount = shape.rows;
    this.colCount = shape.cols;
  }

  /**
   * Makes a matrix from `rows × cols` values, row by row. The values are copied.
   *
   * @throws InvalidArgumentError for sizes, names or types that do not fit.
   * @throws InvalidDataError for an infinite cell (row and column named), a bad label, weight or code.
   */
  static fromDense(values: Float32Array | Float64Array, options: DenseOptions): DMatrix {
    return new DMatrix(makeFromDense(values, options));
  }

  /**
   * Makes a matrix from rows of which only some cells are stored (CSR), as Python makes one from SciPy's `csr_matrix`; the others
   * are missing. The cells are copied.
   *
   * @throws InvalidArgumentError for starts, columns, names or types that do not fit.
   * @throws InvalidDataError as fromDense() does.
   */
  static fromCSR(rows: SparseRows, options: SparseOptions): DMatrix {
    return new DMatrix(makeFromSparse(rows, options));
  }

  /**
   * Makes a matrix from named columns of equal length, as Python makes one from a pandas frame with
   * `enable_categorical=True`. The columns are copied.
   *
   * @throws InvalidArgumentError for no rows, unequal lengths, bad names or levels.
   * @throws InvalidDataError for an infinite cell, a code without level, a bad label or weight.
   */
  static fromColumns(columns: readonly Column[], options: DMatrixOptions = {}): DMatrix {
    return new DMatrix(makeFromColumns(columns, options));
  }

  /** Names in column order, or undefined when none were given. */
  get featureNames(): string[] | undefined {
    return featureInfo(
      'XGDMatrixGetStrFeatureInfo',
      handleOf(this, 'DMatrix').pointer,
      'feature_name',
    );
  }

  /** Types in column order, or undefined when none were given. */
  get featureTypes(): FeatureType[] | undefined {
    const types = featureInfo(
      'XGDMatrixGetStrFeatureInfo',
      handleOf(this, 'DMatrix').pointer,
      'feature_type',
    );
    return types as FeatureType[] | undefined;
  }

  /** A copy of the labels, row by row; empty when none were set. */
  get label(): Float32Array {
    return this.#floats('label');
  }

  /** A copy of the weights; empty when none were set. */
  get weight(): Float32Array {
    return this.#floats('weight');
  }

  /** A copy of the base margin, row by row; empty when none was set. */
  get baseMargin(): Float32Array {
    return this.#floats('baseMargin');
  }

  /** @throws InvalidDataError for a wrong length, NaN or infinity. */
  setLabel(values: Vector): void {
    this.#set('label', values);
  }

  /** One per row; with `qid` one per query. @throws InvalidDataError for a wrong length, NaN, infinity or a negative weight. */
  setWeight(values: Vector): void {
    this.#set('weight', values);
  }

  /** @throws InvalidDataError for a length that is no multiple of the rows, NaN or infinity. */
  setBaseMargin(values: Vector): void {
    this.#set('baseMargin', values);
  }

  /**
   * Makes a matrix of which only the bins are kept: a quarter of the memory, for `tree_method: 'hist'`. Equal to Python's
   * `QuantileDMatrix`; rows may come in batches, so that the values need not be in memory together.
   *
   * @param batches called about four times; it must give the same rows each time
   * @param ref the training data, for eval sets: they take its bins
   * @throws InvalidArgumentError, InvalidDataError for a batch that does not fit; what `batches` throws.
   */
  static quantized(
    batches: () => Iterable<DenseBatch>,
    options: QuantizedOptions & { ref?: DMatrix },
  ): DMatrix {
    const { ref, ...rest } = options;
    return new DMatrix(
      makeQuantized(batches, rest, ref === undefined ? null : handleOf(ref, 'DMatrix').pointer),
    );
  }

  /**
   * A new matrix of the given 0-based rows, in that order, with names, types, categories, labels,
   * weights and base margin. Several times faster than building it from the data again.
   *
   * @throws InvalidArgumentError for no rows or a row outside the matrix. @throws XGBoostError for a matrix with queries.
   */
  slice(rows: Int32Array): DMatrix {
    checkRowIndices(rows, this.rowCount);
    const cell = outCell();
    call('XGDMatrixSliceDMatrixEx', handleOf(this, 'DMatrix').pointer, rows, rows.length, cell, 0);
    const handle = new Handle('DMatrix', pointerIn(cell));
    const shape = { ...this.#shape, rows: rows.length };
    return new DMatrix({ handle, categories: knownCategories(this), shape });
  }

  /** Frees the native memory. A second call does nothing. @throws InUseError during a training. */
  dispose(): void {
    handleOf(this, 'DMatrix').dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #set(field: MetaField, values: Vector): void {
    setMetaInfo(handleOf(this, 'DMatrix').pointer, field, values, this.#shape);
  }

  #floats(field: MetaField): Float32Array {
    const [length, floats] = [outCell(), outCell()];
    call(
      'XGDMatrixGetFloatInfo',
      handleOf(this, 'DMatrix').pointer,
      fieldName(field),
      length,
      floats,
    );
    return copyFloats(pointerIn(floats), countIn(length));
  }
}
