import type { Booster, DMatrix } from '@xgflow/xgboost-node';

/** Explaining a row costs a thousand times what scoring it does: more rows would hardly move the means. */
const mostRows = 2000;

/** Mean |SHAP| of each feature. */
export interface MeanAbsShap {
  /** How many rows were explained. */
  readonly rows: number;
  /** By feature, in units of the margin (log-odds of a binary model); 0 where it moves nothing. */
  readonly meanAbs: ReadonlyMap<string, number>;
}

/**
 * The mean size of each feature's contribution (exact TreeSHAP of libxgboost) over the first 2,000
 * rows of `data`, or all of them when there are fewer. Rows are in the order of the split, which has
 * been shuffled, so the first ones are a fair sample.
 */
export function meanAbsShap(booster: Booster, data: DMatrix): MeanAbsShap {
  const names = data.featureNames ?? [];
  const rows = Math.min(data.rowCount, mostRows);
  using sample = data.slice(Int32Array.from({ length: rows }, (_, row) => row));
  const { values } = booster.predict(sample, { output: 'contributions' });
  const sums = new Float64Array(names.length);
  // The last column of each row is the bias.
  const width = names.length + 1;
  for (let row = 0; row < rows; row += 1) {
    for (const feature of sums.keys()) {
      sums[feature] = (sums[feature] ?? 0) + Math.abs(values[row * width + feature] ?? 0);
    }
  }
  return { rows, meanAbs: new Map(names.map((name, place) => [name, (sums[place] ?? 0) / rows])) };
}
