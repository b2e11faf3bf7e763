import { Handle } from '../capi/index.ts';
import type { Pointer } from '../capi/index.ts';
import type { FeatureType } from '../feature-type.ts';
import { columnLength, typeOf } from './columns.ts';
import type { Column } from './columns.ts';
import { createFromColumns, createFromDense } from './create.ts';
import { largestCode } from './dense-codes.ts';
import type { DenseOptions, DMatrixOptions, SparseOptions } from './dmatrix-options.ts';
import { checkFeatureNames, checkFeatureTypes, setFeatureInfo } from './feature-info.ts';
import { categoriesOf } from './known-categories.ts';
import type { KnownCategories } from './known-categories.ts';
import type { MetaInfo } from './meta-info.ts';
import type { MetaShape } from './meta-rules.ts';
import { setAllMetaInfo } from './set-meta-info.ts';
import { createFromSparse, largestCodes } from './sparse.ts';
import type { SparseRows } from './sparse.ts';

/** A native matrix, and what we must remember of it. */
export interface MadeMatrix {
  handle: Handle;
  categories: KnownCategories;
  /** What labels and the like, set later, are compared with. */
  shape: MetaShape;
}

interface Features {
  names: readonly string[] | undefined;
  types: readonly FeatureType[] | undefined;
}

/** Puts the names, types and meta information on a new matrix, which is freed when one of them is refused. */
function make(
  pointer: Pointer,
  features: Features,
  more: {
    info: MetaInfo;
    size: { rows: number; cols: number };
    categories: () => KnownCategories;
  },
): MadeMatrix {
  const handle = new Handle('DMatrix', pointer);
  try {
    const { names, types } = features;
    const set = (field: 'feature_name' | 'feature_type', values: readonly string[]): void => {
      setFeatureInfo('XGDMatrixSetStrFeatureInfo', pointer, field, values);
    };
    if (names !== undefined) set('feature_name', names);
    if (types !== undefined) set('feature_type', types);
    const categories = more.categories();
    return { handle, categories, shape: setAllMetaInfo(pointer, more.info, more.size) };
  } catch (error) {
    handle.dispose();
    throw error;
  }
}

function checkFeatures({ names, types }: Features, cols: number): void {
  if (names !== undefined) checkFeatureNames(names, cols);
  if (types !== undefined) checkFeatureTypes(types, cols);
}

export function makeFromDense(
  values: Float32Array | Float64Array,
  options: DenseOptions,
): MadeMatrix {
  const { rows, cols, featureNames: names, featureTypes: types, missing = NaN, nthread } = options;
  const dense = { values, rows, cols, missing };
  checkFeatures({ names, types }, cols);
  return make(
    createFromDense(dense, { nthread, names }),
    { names, types },
    {
      info: options,
      size: { rows, cols },
      categories: () =>
        (types ?? []).map((type, column) =>
          type === 'c' ? largestCode(dense, column, names?.[column]) : undefined,
        ),
    },
  );
}

export function makeFromSparse(rows: SparseRows, options: SparseOptions): MadeMatrix {
  const { cols, featureNames: names, featureTypes: types, missing = NaN, nthread } = options;
  const sparse = { ...rows, cols, missing };
  checkFeatures({ names, types }, cols);
  return make(
    createFromSparse(sparse, { nthread, names }),
    { names, types },
    {
      info: options,
      size: { rows: rows.indptr.length - 1, cols },
      categories: () => {
        const categorical = (types ?? []).map((type) => type === 'c');
        return categorical.includes(true) ? largestCodes(sparse, categorical, names) : [];
      },
    },
  );
}

export function makeFromColumns(columns: readonly Column[], options: DMatrixOptions): MadeMatrix {
  const names = columns.map(({ name }) => name);
  checkFeatureNames(names, columns.length);
  const [first] = columns;
  return make(
    createFromColumns(columns, options.nthread),
    { names, types: columns.map(typeOf) },
    {
      info: options,
      size: { rows: first === undefined ? 0 : columnLength(first), cols: columns.length },
      categories: () => columns.map(categoriesOf),
    },
  );
}
