import type { Column } from '@xgflow/data';
import { levelMeans, levelsOf } from './level-means.ts';

/**
 * How well a column alone tells a number: the rank correlation (Spearman) of its values with the target over the rows that
 * have a value, or the correlation (Pearson) of its levels' mean targets with it, whichever is larger; without its sign.
 */
export function valueCorrelation(column: Column, labels: Float64Array): number {
  const byLevel = pearson(levelMeans(levelsOf(column), labels), labels);
  if (column.kind === 'categorical') return byLevel;
  const present = Int32Array.from(labels.keys()).filter(
    (row) => !Number.isNaN(column.values[row] ?? NaN),
  );
  const of = (values: Float64Array): Float64Array =>
    ranks(Float64Array.from(present, (row) => values[row] ?? NaN));
  // A few cells that happen to be in order say nothing of the others.
  const share = present.length / labels.length;
  return Math.max(byLevel, share * pearson(of(column.values), of(labels)));
}

/** Equal values share the mean of their ranks. */
function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranked = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let place = from; place < to; place += 1) ranked[order[place] ?? 0] = (from + to - 1) / 2;
    from = to;
  }
  return ranked;
}

/** The correlation without its sign; 0 of a constant. */
function pearson(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [products, squaresA, squaresB] = [0, 0, 0];
  a.forEach((value, row) => {
    const [x, y] = [value - meanA, (b[row] ?? 0) - meanB];
    products += x * y;
    squaresA += x * x;
    squaresB += y * y;
  });
  const scale = Math.sqrt(squaresA) * Math.sqrt(squaresB);
  return scale > 0 ? Math.abs(products / scale) : 0;
}
