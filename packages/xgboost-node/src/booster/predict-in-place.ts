import {
  call,
  describe,
  Handle,
  jsonWithMissing,
  keepAlive,
  outCell,
  pointerIn,
} from '../capi/index.ts';
import type { NumericArray, Pointer } from '../capi/index.ts';
import { describeColumns, typeOf } from '../dmatrix/columns.ts';
import type { Column } from '../dmatrix/columns.ts';
import type { Vector } from '../dmatrix/meta-info.ts';
import { setMetaInfo } from '../dmatrix/set-meta-info.ts';
import { checkDense } from '../dmatrix/create.ts';
import { categoriesOf } from '../dmatrix/known-categories.ts';
import { refuseInfiniteCells, refuseInfiniteColumns } from '../dmatrix/infinite-cell.ts';
import { checkCategories, checkDenseCodes } from './check-categories.ts';
import { checkFeatureCount, checkFeatures } from './check-features.ts';
import { schemaOf } from './model-schema.ts';
import { predictConfig, predictionCells, readPrediction } from './prediction.ts';
import type { PredictOptions, Prediction, PredictionCells } from './prediction.ts';

export interface InPlaceOptions extends Omit<PredictOptions, 'output'> {
  /** Default `value`; the others need a DMatrix. */
  output?: 'value' | 'margin';
  /**
   * Margin to start from instead of the model's base score: one per row, or `rows × outputs` row by
   * row. Rounded to float32, as the library keeps it.
   */
  baseMargin?: Vector;
}

export interface DensePredictOptions extends Omit<InPlaceOptions, 'validateFeatures'> {
  rows: number;
  cols: number;
  /** The value that means missing, besides NaN. Default NaN. */
  missing?: number;
}

/**
 * One proxy matrix per thread. Without one the library makes a new one for each call and reads the
 * container's limits for it, which costs more than a small model's prediction.
 */
let plainProxy: Handle | undefined;

/** Another one for calls with a base margin: a proxy keeps the margin that it was given last. */
let marginProxy: Handle | undefined;

function newProxy(): Handle {
  const cell = outCell();
  call('XGProxyDMatrixCreate', cell);
  return new Handle('DMatrix', pointerIn(cell));
}

/** The functions that predict in place, and those that show the proxy the same data. */
const setData = {
  XGBoosterPredictFromDense: 'XGProxyDMatrixSetDataDense',
  XGBoosterPredictFromColumnar: 'XGProxyDMatrixSetDataColumnar',
} as const;

type InPlaceFunction = keyof typeof setData;

interface InPlaceInput {
  json: string;
  arrays: readonly NumericArray[];
  config: string;
  size: { rows: number; cols: number };
  baseMargin: Vector | undefined;
}

function proxyFor(name: InPlaceFunction, { json, size, baseMargin }: InPlaceInput): Pointer {
  if (baseMargin === undefined) return (plainProxy ??= newProxy()).pointer;
  const { pointer } = (marginProxy ??= newProxy());
  // The data first: a margin is compared with the rows that the proxy knows.
  call(setData[name], pointer, json);
  setMetaInfo(pointer, 'baseMargin', baseMargin, { ...size, queries: undefined, targets: 1 });
  return pointer;
}

function run(name: InPlaceFunction, booster: Handle, input: InPlaceInput): Prediction {
  const cells: PredictionCells = predictionCells();
  return keepAlive(input.arrays, () => {
    call(
      name,
      booster.pointer,
      input.json,
      input.config,
      proxyFor(name, input),
      cells.shape,
      cells.dimensions,
      cells.values,
    );
    return readPrediction(cells);
  });
}

/** Predicts row-major values where they are, without making a DMatrix. */
export function predictDense(
  booster: Handle,
  values: Float32Array | Float64Array,
  options: DensePredictOptions,
): Prediction {
  const { rows, cols, missing = NaN } = options;
  const schema = schemaOf(booster);
  const dense = { values, rows, cols, missing };
  checkDense(dense);
  checkFeatureCount(schema, cols);
  refuseInfiniteCells(values, cols, missing, schema.names);
  checkDenseCodes(schema, dense);
  const described = describe(values, [rows, cols], 'values');
  return run('XGBoosterPredictFromDense', booster, {
    json: JSON.stringify(described.json),
    arrays: described.arrays,
    config: jsonWithMissing(predictConfig(options), missing),
    size: { rows, cols },
    baseMargin: options.baseMargin,
  });
}

/** Predicts columns where they are, without making a DMatrix. */
export function predictColumns(
  booster: Handle,
  columns: readonly Column[],
  options: InPlaceOptions,
): Prediction {
  const described = describeColumns(columns);
  const schema = schemaOf(booster);
  const data = {
    count: columns.length,
    names: columns.map(({ name }) => name),
    types: columns.map(typeOf),
  };
  checkFeatures(schema, data, options.validateFeatures ?? true);
  checkCategories(schema, columns.map(categoriesOf));
  refuseInfiniteColumns(columns);
  return run('XGBoosterPredictFromColumnar', booster, {
    json: described.json,
    arrays: described.arrays,
    config: jsonWithMissing(predictConfig(options), NaN),
    size: { rows: described.rows, cols: columns.length },
    baseMargin: options.baseMargin,
  });
}
