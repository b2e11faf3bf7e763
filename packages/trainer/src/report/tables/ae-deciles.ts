/** Values, what is predicted of them, and how much was at risk; the arrays are equally long. */
export interface PredictedValues {
  readonly labels: ArrayLike<number>;
  readonly scores: Float32Array | Float64Array;
  /** Undefined: every row counts the same. */
  readonly exposure?: Float64Array | undefined;
}

/** What was predicted of a tenth of the rows, and what came. */
export type AeDecile = Readonly<{
  /** 1 has the lowest predictions, 10 the highest. */
  decile: number;
  rows: number;
  /** Sum of the exposures; the rows where there is none. */
  exposure: number;
  /** Sum of the targets. */
  actual: number;
  /** Sum of the predictions. */
  expected: number;
  /** actual / expected; null where nothing is expected. */
  ae_ratio: number | null;
}>;

const tenths = 10;

/**
 * Rows by prediction (per unit of exposure), lowest first, in ten groups that differ by at most one row, as NumPy's
 * `array_split(argsort(kind='stable'), 10)`: does the model rank, and is it right at both ends? Fewer than ten rows give a
 * group each.
 */
export function aeDeciles({ labels, scores, exposure }: PredictedValues): AeDecile[] {
  const rows = scores.length;
  const unit = (row: number): number => exposure?.[row] ?? 1;
  const rate = Float64Array.from(scores, (score, row) => score / unit(row));
  const order = Int32Array.from(rate.keys()).sort((a, b) => (rate[a] ?? 0) - (rate[b] ?? 0));
  const longer = rows % tenths;
  const size = Math.floor(rows / tenths);
  const deciles = Array.from({ length: Math.min(tenths, rows) }, (_, place) => {
    const from = place * size + Math.min(place, longer);
    const group = order.subarray(from, from + size + (place < longer ? 1 : 0));
    const sum = (of: (row: number) => number): number =>
      group.reduce((total, row) => total + of(row), 0);
    const actual = sum((row) => labels[row] ?? 0);
    const expected = sum((row) => scores[row] ?? 0);
    return {
      decile: place + 1,
      rows: group.length,
      exposure: sum(unit),
      actual,
      expected,
      ae_ratio: expected === 0 ? null : actual / expected,
    };
  });
  return deciles;
}
