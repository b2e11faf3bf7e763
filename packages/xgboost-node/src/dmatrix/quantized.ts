import {
  call,
  countIn,
  describe,
  Handle,
  jsonWithMissing,
  outCell,
  pointerIn,
  withBatches,
} from '../capi/index.ts';
import type { Described, Pointer } from '../capi/index.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import { checkDense, threads } from './create.ts';
import type { DMatrixOptions, SparseOptions } from './dmatrix-options.ts';
import { checkFeatureNames, checkFeatureTypes, setFeatureInfo } from './feature-info.ts';
import type { MadeMatrix } from './make.ts';
import type { MetaInfo } from './meta-info.ts';
import { setAllMetaInfo } from './set-meta-info.ts';

/** Some rows, one after the other, with their labels and the like; queries are not offered. */
export interface DenseBatch extends Omit<MetaInfo, 'qid' | 'targets' | 'featureWeights'> {
  rows: number;
  /** `rows × cols` values. */
  values: Float32Array | Float64Array;
}

export interface QuantizedOptions extends Omit<
  SparseOptions,
  Exclude<keyof DMatrixOptions, 'nthread'>
> {
  /** Bins per column, at least 2; the parameter `max_bin` of the training must be the same. Default 256. */
  maxBin?: number;
}

function checkOptions({ cols, maxBin = 256, featureNames, featureTypes }: QuantizedOptions): void {
  if (!Number.isSafeInteger(maxBin) || maxBin < 2) {
    throw new InvalidArgumentError(`maxBin is ${maxBin}; give a whole number ≥ 2`, 'maxBin');
  }
  if (featureNames !== undefined) checkFeatureNames(featureNames, cols);
  if (featureTypes === undefined) return;
  checkFeatureTypes(featureTypes, cols);
  if (!featureTypes.includes('c')) return;
  throw new InvalidArgumentError(
    'a quantized matrix takes no category codes yet; make a DMatrix from columns',
    'featureTypes',
  );
}

/** What the library was shown last; it reads the values until it asks for the next batch. */
class Shown {
  readonly #proxy: Pointer;
  readonly #options: QuantizedOptions;
  #described: Described | undefined;

  constructor(proxy: Pointer, options: QuantizedOptions) {
    this.#proxy = proxy;
    this.#options = options;
  }

  show({ rows, values, ...info }: DenseBatch): void {
    const { cols, featureNames, featureTypes, missing = NaN } = this.#options;
    checkDense({ values, rows, cols, missing });
    this.#described = describe(values, [rows, cols], 'values');
    call('XGProxyDMatrixSetDataDense', this.#proxy, JSON.stringify(this.#described.json));
    const set = (field: 'feature_name' | 'feature_type', texts: readonly string[]): void => {
      setFeatureInfo('XGDMatrixSetStrFeatureInfo', this.#proxy, field, texts);
    };
    if (featureNames !== undefined) set('feature_name', featureNames);
    if (featureTypes !== undefined) set('feature_type', featureTypes);
    setAllMetaInfo(this.#proxy, info, { rows, cols });
  }
}

/** @throws InvalidArgumentError, InvalidDataError; what `batches` throws; XGBoostError when the library refuses */
export function makeQuantized(
  batches: () => Iterable<DenseBatch>,
  options: QuantizedOptions,
  ref: Pointer | null,
): MadeMatrix {
  checkOptions(options);
  const { cols, maxBin = 256, missing = NaN, nthread } = options;
  const cell = outCell();
  call('XGProxyDMatrixCreate', cell);
  const proxy = new Handle('DMatrix', pointerIn(cell));
  try {
    const shown = new Shown(proxy.pointer, options);
    const config = jsonWithMissing({ max_bin: maxBin, ...threads(nthread) }, missing);
    const pointer = withBatches(
      () => batches()[Symbol.iterator](),
      (batch) => {
        shown.show(batch);
      },
      {
        create: (reset, next) => {
          const made = outCell();
          const { pointer } = proxy;
          call(
            'XGQuantileDMatrixCreateFromCallback',
            null,
            pointer,
            ref,
            reset,
            next,
            config,
            made,
          );
          return pointerIn(made);
        },
        free: (made) => {
          call('XGDMatrixFree', made);
        },
      },
    );
    const handle = new Handle('DMatrix', pointer);
    const rows = outCell();
    call('XGDMatrixNumRow', pointer, rows);
    return {
      handle,
      categories: [],
      shape: { rows: countIn(rows), cols, queries: undefined, targets: 1 },
    };
  } finally {
    proxy.dispose();
  }
}
