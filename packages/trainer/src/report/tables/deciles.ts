import type { PredictedValues } from '../predicted-values.ts';

const tenths = 10;

/**
 * Row numbers by prediction (per unit of exposure), lowest first, in ten groups that differ by at most one row, as NumPy's
 * `array_split(argsort(kind='stable'), 10)`. Fewer than ten rows give a group each.
 */
export function decilesOf({
  scores,
  exposure,
}: Pick<PredictedValues, 'scores' | 'exposure'>): Int32Array[] {
  const rows = scores.length;
  const rate = Float64Array.from(scores, (score, row) => score / (exposure?.[row] ?? 1));
  const order = Int32Array.from(rate.keys()).sort((a, b) => (rate[a] ?? 0) - (rate[b] ?? 0));
  const size = Math.floor(rows / tenths);
  const longer = rows % tenths;
  return Array.from({ length: Math.min(tenths, rows) }, (_, place) => {
    const from = place * size + Math.min(place, longer);
    return order.subarray(from, from + size + (place < longer ? 1 : 0));
  });
}
