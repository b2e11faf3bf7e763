/** What is decided positive above one threshold. */
export interface Cut {
  readonly threshold: number;
  /** Rows above it. */
  readonly flagged: number;
  /** Positive rows among them. */
  readonly truePositives: number;
}

/**
 * Every way in which a threshold can divide the rows, from none flagged (threshold 1) to all. Rows of the same score
 * are on the same side. A threshold lies midway between two neighbouring scores, so that a score that another machine
 * computes with another last bit is decided the same; where all rows are flagged it is 0.
 *
 * @param labels 1 for the positive class, 0 for the other
 * @param scores probabilities, one per row
 */
export function cuts(labels: ArrayLike<number>, scores: Float32Array | Float64Array): Cut[] {
  const order = Int32Array.from(scores, (_, row) => row).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0),
  );
  const found: Cut[] = [{ threshold: 1, flagged: 0, truePositives: 0 }];
  let truePositives = 0;
  order.forEach((row, place) => {
    truePositives += labels[row] ?? 0;
    const score = scores[row] ?? 0;
    const below = place + 1 < order.length ? (scores[order[place + 1] ?? 0] ?? 0) : 0;
    if (below < score) {
      const last = place + 1 === order.length;
      found.push({
        threshold: last ? 0 : between(below, score),
        flagged: place + 1,
        truePositives,
      });
    }
  });
  return found;
}

/** Between two neighbouring doubles there is nothing: then the lower one, which is not above itself. */
function between(low: number, high: number): number {
  const middle = (low + high) / 2;
  return middle < high ? middle : low;
}
