import type { CategoryLevels, Column, SparseRows } from '../src/index.ts';

/** The same levels as fixtures/synthetic.py. */
export const levels = {
  string: ['amber', 'blue', 'cyan', 'dust', 'ecru'],
  nonAscii: ['ambre', 'bleu é', '日本', 'Größe', '𝛼'],
  integer: [-7, 0, 3, 12, 9007199254740991],
} as const satisfies Record<string, CategoryLevels>;

export type LevelKind = keyof typeof levels;
export type LabelKind = 'binary' | 'class' | 'count' | 'real';

function lcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface SyntheticTable {
  rows: number;
  columns: Column[];
  scores: number[];
}

/** The same table as fixtures/synthetic.py makes from the same seed, number by number. */
export function syntheticTable(
  rows: number,
  seed: number,
  kind: LevelKind = 'string',
): SyntheticTable {
  const draw = lcg(seed);
  const floats = new Map(['a', 'b', 'c', 'd'].map((name) => [name, new Float32Array(rows)]));
  const e = new Int32Array(rows);
  const codes = new Int8Array(rows);
  const scores: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const [a, b, c] = [draw(), draw(), draw()];
    const drawn = draw();
    const d = drawn < 0.2 ? NaN : drawn;
    e[row] = Math.trunc(draw() * 10);
    const f = draw();
    codes[row] = f < 0.1 ? -1 : Math.trunc(f * 5);
    const noise = draw();
    for (const [name, value] of Object.entries({ a, b, c, d })) floats.get(name)![row] = value;
    const levelEffect = codes[row]! >= 0 ? 0.3 * codes[row]! : 1;
    scores.push(
      2 * a + b * c + (Number.isNaN(d) ? 0.5 : d) + e[row]! / 10 + levelEffect + noise / 2,
    );
  }
  const columns: Column[] = [...floats].map(([name, values]) => ({ name, values }));
  columns.push({ name: 'e', values: e }, { name: 'f', levels: levels[kind], codes });
  return { rows, columns, scores };
}

/** Columns a to d, row by row. */
export function denseValues<Values extends Float32Array | Float64Array>(
  table: SyntheticTable,
  into: Values,
  missing = NaN,
): Values {
  for (const [column, { values }] of (
    table.columns.slice(0, 4) as { values: Float32Array }[]
  ).entries()) {
    for (const [row, value] of values.entries()) {
      into[row * 4 + column] = Number.isNaN(value) ? missing : value;
    }
  }
  return into;
}

/** Columns a to d, only the cells that are not missing. */
export function sparseValues(table: SyntheticTable): SparseRows {
  const dense = denseValues(table, new Float32Array(table.rows * 4));
  const stored = Array.from(dense.keys()).filter((at) => !Number.isNaN(dense[at]));
  const starts = Array.from({ length: table.rows + 1 }, (_, row) => row * 4);
  return {
    indptr: Int32Array.from(starts, (start) => stored.filter((at) => at < start).length),
    indices: Int32Array.from(stored, (at) => at % 4),
    values: Float32Array.from(stored, (at) => dense[at]!),
  };
}

const labelRules: Record<LabelKind, (score: number) => number> = {
  binary: (score) => Number(score > 3.2),
  class: (score) => Math.min(2, Math.max(0, Math.floor(score - 2))),
  count: (score) => Math.floor(score * 2),
  real: (score) => score,
};

export function labels(scores: readonly number[], kind: LabelKind): Float32Array {
  return Float32Array.from(scores, labelRules[kind]);
}
