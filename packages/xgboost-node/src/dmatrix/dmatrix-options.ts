import type { FeatureType } from '../feature-type.ts';
import type { MetaInfo } from './meta-info.ts';

/** What may be given with any matrix. */
export interface DMatrixOptions extends MetaInfo {
  /** Threads that build the matrix. Default: all that the container allows. */
  nthread?: number;
}

/** What must be known of values that come without columns of their own. */
export interface SparseOptions extends DMatrixOptions {
  cols: number;
  /** The value that means missing, besides NaN. Default NaN. */
  missing?: number;
  /** One name per column, unique. Default none. */
  featureNames?: readonly string[];
  /** One type per column; `c` marks a column of category codes 0, 1, 2 … Default none. */
  featureTypes?: readonly FeatureType[];
}

/** What must be known of values that come row by row. */
export interface DenseOptions extends SparseOptions {
  rows: number;
}
