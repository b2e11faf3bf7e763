/** The name closest to a misspelt one, if any is close: at most a third of its letters differ. */
export function closest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** What to do about an unknown name: the closest known one, or the list. */
export function suggest(name: string, known: readonly string[]): string {
  const near = closest(name, known);
  return near === undefined ? `use one of ${known.join(', ')}` : `did you mean ${near}?`;
}

/** Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, changes, neighbours swapped. */
function editDistance(a: string, b: string): number {
  // Names are short; a long one is no misspelling of any.
  if (Math.abs(a.length - b.length) > 10 || a.length > 100) {
    return Infinity;
  }
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? at(i - 2, j - 2) + 1 : Infinity;
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap);
    }
  }
  return at(a.length, b.length);
}
