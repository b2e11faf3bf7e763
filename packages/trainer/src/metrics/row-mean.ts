/** Rows with their truth, what is predicted, and how often each counts; undefined: once. */
interface WeightedRows {
  readonly labels: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
  readonly weights: Int32Array | undefined;
}

/** The mean over the rows of a loss per row, in double precision, rows weighted as the sample says. */
export function rowMean(
  { labels, scores, weights }: WeightedRows,
  loss: (label: number, score: number) => number,
): number {
  let sum = 0;
  let rows = 0;
  for (let row = 0; row < scores.length; row++) {
    const weight = weights ? (weights[row] ?? 0) : 1;
    if (weight > 0) {
      sum += weight * loss(labels[row] ?? 0, scores[row] ?? 0);
      rows += weight;
    }
  }
  return sum / rows;
}
