/** The rows of each class: classes in ascending order of their code, rows in ascending order. */
export interface ClassGroup {
  readonly code: number;
  readonly rows: Int32Array;
}

/** Groups row numbers by class code. */
export function groupByClass(codes: ArrayLike<number>): ClassGroup[] {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? Number.NaN;
    const known = rows.get(code);
    if (known) {
      known.push(row);
    } else {
      rows.set(code, [row]);
    }
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([code, members]) => ({ code, rows: Int32Array.from(members) }));
}
