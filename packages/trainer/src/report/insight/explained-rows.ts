/** Some rows with what each feature adds to their margin. */
export interface ExplainedRows {
  /** Rows of the table, from 0. */
  readonly rows: Int32Array;
  /** Features in the order of the contributions. */
  readonly features: readonly string[];
  /** Row by row, a number a feature and then the bias, in units of the margin (log-odds of a binary model). */
  readonly contributions: Float32Array;
}

/** The contributions of one feature, in the order of the rows. */
export function contributionsOf(
  { rows, features, contributions }: ExplainedRows,
  feature: string,
): Float64Array {
  const place = features.indexOf(feature);
  const width = features.length + 1;
  return Float64Array.from(rows, (_, row) => contributions[row * width + place] ?? NaN);
}

/** All features, the one that moves the predictions most first. */
export function byStrength(explained: ExplainedRows): { feature: string; meanAbs: number }[] {
  return explained.features
    .map((feature) => {
      const sum = contributionsOf(explained, feature).reduce(
        (total, value) => total + Math.abs(value),
        0,
      );
      return { feature, meanAbs: sum / explained.rows.length };
    })
    .toSorted((a, b) => b.meanAbs - a.meanAbs || (a.feature < b.feature ? -1 : 1));
}
