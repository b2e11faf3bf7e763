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
import { typeOf } from './columns.ts';
import type { Column } from './columns.ts';
import { createFromColumns, createFromDense } from './create.ts';
import { largestCode } from './dense-codes.ts';
import type { DenseOptions, DMatrixOptions } from './dmatrix-options.ts';
import { checkFeatureNames, checkFeatureTypes, setFeatureInfo } from './feature-info.ts';
import { fieldName, setMetaInfo } from './meta-info.ts';
import type { MetaField, MetaInfo, Vector } from './meta-info.ts';
import { categoriesOf, knownCategories, rememberCategories } from './known-categories.ts';
import type { KnownCategories } from './known-categories.ts';
import { checkRowIndices } from './row-indices.ts';

/**
 * Data in the library's own form: what train() and predict() read. It holds native memory:
 * call dispose(), or declare it with `using`.
 *
 * @see https://xgboost.readthedocs.io/en/stable/python/python_api.html#xgboost.DMatrix
 */
export class DMatrix implements Disposable {
  readonly rowCount: number;
  readonly colCount: number;

  private constructor(handle: Handle, categories: KnownCategories) {
    own(this, handle);
    rememberCategories(this, categories);
    const [rows, cols] = [outCell(), outCell()];
    call('XGDMatrixNumRow', handle.pointer, rows);
    call('XGDMatrixNumCol', handle.pointer, cols);
    this.rowCount = countIn(rows);
    this.colCount = countIn(cols);
  }

  /**
   * Makes a matrix from `rows × cols` values, row by row. The values are copied.
   *
   * @throws InvalidArgumentError for sizes, names or types that do not fit.
   * @throws InvalidDataError for an infinite cell (row and column named), a bad label, weight or code.
   */
  static fromDense(values: Float32Array | Float64Array, options: DenseOptions): DMatrix {
    const { rows, cols, featureNames: names, featureTypes: types, missing = NaN } = options;
    const dense = { values, rows, cols, missing };
    if (names !== undefined) checkFeatureNames(names, cols);
    if (types !== undefined) checkFeatureTypes(types, cols);
    const handle = new Handle(
      'DMatrix',
      createFromDense(dense, { nthread: options.nthread, names }),
    );
    return DMatrix.#finish(handle, options, { names, types }, () =>
      (types ?? []).map((type, column) =>
        type === 'c' ? largestCode(dense, column, names?.[column]) : undefined,
      ),
    );
  }

  /**
   * Makes a matrix from named columns of equal length, as Python makes one from a pandas frame with
   * `enable_categorical=True`. The columns are copied.
   *
   * @throws InvalidArgumentError for no rows, unequal lengths, bad names or levels.
   * @throws InvalidDataError for an infinite cell, a code without level, a bad label or weight.
   */
  static fromColumns(columns: readonly Column[], options: DMatrixOptions = {}): DMatrix {
    const names = columns.map(({ name }) => name);
    checkFeatureNames(names, columns.length);
    const handle = new Handle('DMatrix', createFromColumns(columns, options.nthread));
    return DMatrix.#finish(handle, options, { names, types: columns.map(typeOf) }, () =>
      columns.map((column) => categoriesOf(column)),
    );
  }

  static #finish(
    handle: Handle,
    info: MetaInfo,
    features: { names?: readonly string[] | undefined; types?: readonly FeatureType[] | undefined },
    categories: () => KnownCategories,
  ): DMatrix {
    try {
      const { names, types } = features;
      const set = (field: 'feature_name' | 'feature_type', values: readonly string[]): void => {
        setFeatureInfo('XGDMatrixSetStrFeatureInfo', handle.pointer, field, values);
      };
      if (names !== undefined) set('feature_name', names);
      if (types !== undefined) set('feature_type', types);
      const matrix = new DMatrix(handle, categories());
      for (const field of ['label', 'weight', 'baseMargin'] as const) {
        const values = info[field];
        if (values !== undefined) setMetaInfo(handle.pointer, field, values, matrix.rowCount);
      }
      return matrix;
    } catch (error) {
      handle.dispose();
      throw error;
    }
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

  /** A copy of the labels; empty when none were set. */
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
    setMetaInfo(handleOf(this, 'DMatrix').pointer, 'label', values, this.rowCount);
  }

  /** @throws InvalidDataError for a wrong length, NaN, infinity or a negative weight. */
  setWeight(values: Vector): void {
    setMetaInfo(handleOf(this, 'DMatrix').pointer, 'weight', values, this.rowCount);
  }

  /** @throws InvalidDataError for a length that is no multiple of the rows, NaN or infinity. */
  setBaseMargin(values: Vector): void {
    setMetaInfo(handleOf(this, 'DMatrix').pointer, 'baseMargin', values, this.rowCount);
  }

  /**
   * A new matrix of the given 0-based rows, in that order, with names, types, categories, labels,
   * weights and base margin. Several times faster than building it from the data again.
   *
   * @throws InvalidArgumentError for no rows or a row outside the matrix.
   */
  slice(rows: Int32Array): DMatrix {
    checkRowIndices(rows, this.rowCount);
    const cell = outCell();
    call('XGDMatrixSliceDMatrixEx', handleOf(this, 'DMatrix').pointer, rows, rows.length, cell, 0);
    return new DMatrix(new Handle('DMatrix', pointerIn(cell)), knownCategories(this));
  }

  /** Frees the native memory. A second call does nothing. @throws InUseError during a training. */
  dispose(): void {
    handleOf(this, 'DMatrix').dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
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
