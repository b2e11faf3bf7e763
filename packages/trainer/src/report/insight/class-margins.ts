import type { ExplainedRows } from './explained-rows.ts';

/** Some rows with what each feature adds to the margin of each class. */
export interface ExplainedClasses extends Omit<ExplainedRows, 'contributions'> {
  readonly classes: readonly string[];
  /** Row by row, class by class: a number a feature and then the bias. */
  readonly contributions: Float32Array;
}

/**
 * What speaks for one class against the others: its contributions less the mean of the others'. Softmax knows
 * differences of margins alone, so a contribution that all classes share says nothing. The sums are the log of the
 * class's probability over the geometric mean of the others'; of two classes that is the log-odds.
 *
 * @param code of the class
 */
export function againstOthers(explained: ExplainedClasses, code: number): ExplainedRows {
  const { classes, contributions, features, rows } = explained;
  const width = features.length + 1;
  const own = new Float32Array(rows.length * width);
  for (let row = 0; row < rows.length; row++) {
    const from = row * classes.length * width;
    for (let place = 0; place < width; place++) {
      const at = (of: number): number => contributions[from + of * width + place] ?? NaN;
      let others = 0;
      for (let of = 0; of < classes.length; of++) if (of !== code) others += at(of);
      own[row * width + place] = at(code) - others / (classes.length - 1);
    }
  }
  return { rows, features, contributions: own };
}

/** Codes of the most frequent classes, in their own order. @param most default 8: more would not be read */
export function frequentClasses(labels: ArrayLike<number>, classes: number, most = 8): number[] {
  const counts = new Int32Array(classes);
  for (const label of Array.from(labels)) counts[label] = (counts[label] ?? 0) + 1;
  return [...counts.keys()]
    .toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, most)
    .toSorted((a, b) => a - b);
}
