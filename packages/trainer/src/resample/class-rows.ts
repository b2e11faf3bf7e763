/** Positions of each class's rows, ascending; classes in ascending order of their code. */
export function rowsByClass(labels: ArrayLike<number>): Map<number, Int32Array> {
  const found = new Map<number, number[]>();
  for (let row = 0; row < labels.length; row += 1) {
    const code = labels[row] ?? NaN;
    const rows = found.get(code);
    if (rows) rows.push(row);
    else found.set(code, [row]);
  }
  return new Map(
    [...found]
      .toSorted(([a], [b]) => a - b)
      .map(([code, rows]) => [code, Int32Array.from(rows)] as const),
  );
}

/** Rows of each class, by code. */
export function classSizes(labels: ArrayLike<number>): Map<number, number> {
  return new Map([...rowsByClass(labels)].map(([code, { length }]) => [code, length] as const));
}
