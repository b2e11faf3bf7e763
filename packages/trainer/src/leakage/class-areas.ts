import type { Levels } from './level-means.ts';

/**
 * For each class the ROC AUC, turned to be at least 0.5, of the levels' shares of it, where each row's share is that of
 * the other half of the rows, as `levelMeans` takes it. Rows of a level and a half share one score, so they are counted
 * once for all classes: time grows with the rows plus classes times levels, not with classes times rows.
 */
export function classAreas(levels: Levels, labels: Float64Array, classes: number): Float64Array {
  const { codes, count } = levels;
  const size = count + 1;
  const places = Int32Array.from(codes, (code, row) => (row % 2) * size + code + 1);
  const rows = new Float64Array(2 * size);
  for (const place of places) rows[place] = (rows[place] ?? 0) + 1;
  const used = Int32Array.from(rows.keys()).filter((place) => (rows[place] ?? 0) > 0);
  const own = new Float64Array(2 * size);
  const scores = new Float64Array(2 * size);
  return Float64Array.from(rowsOfClasses(labels, classes), (members) => {
    for (const row of members) own[places[row] ?? 0] = (own[places[row] ?? 0] ?? 0) + 1;
    const base = members.length / labels.length;
    for (const place of used) {
      const other = place < size ? place + size : place - size;
      scores[place] = ((own[other] ?? 0) + base) / ((rows[other] ?? 0) + 1);
    }
    const found = area(used, scores, own, rows);
    for (const row of members) own[places[row] ?? 0] = 0;
    return found;
  });
}

function rowsOfClasses(labels: Float64Array, classes: number): number[][] {
  const members = Array.from({ length: classes }, (): number[] => []);
  labels.forEach((label, row) => members[label]?.push(row));
  return members;
}

/** Pairs of a row of the class and one of another in the right order, ties half, out of all; 0.5 without any. */
function area(
  places: Int32Array,
  scores: Float64Array,
  own: Float64Array,
  rows: Float64Array,
): number {
  const ordered = places.toSorted((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let [right, below, positives, negatives] = [0, 0, 0, 0];
  for (let from = 0; from < ordered.length;) {
    let to = from;
    let [tiedOwn, tiedOther] = [0, 0];
    const score = scores[ordered[from] ?? 0];
    for (; to < ordered.length && scores[ordered[to] ?? 0] === score; to += 1) {
      const place = ordered[to] ?? 0;
      tiedOwn += own[place] ?? 0;
      tiedOther += (rows[place] ?? 0) - (own[place] ?? 0);
    }
    right += tiedOwn * (below + tiedOther / 2);
    below += tiedOther;
    positives += tiedOwn;
    negatives += tiedOther;
    from = to;
  }
  if (positives === 0 || negatives === 0) return 0.5;
  const auc = right / (positives * negatives);
  return Math.max(auc, 1 - auc);
}
