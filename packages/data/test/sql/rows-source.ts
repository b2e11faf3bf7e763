import type { Cell, OpenTable, SourceColumn, TableSource } from '../../src/index.ts';

/** A source of the given rows, `size` a block; it fails after them when told to. */
export function rowsSource(
  columns: readonly SourceColumn[],
  rows: readonly (readonly Cell[])[],
  { size = 100, fails = false } = {},
): TableSource {
  async function* blocks() {
    for (let from = 0; from < rows.length; from += size) {
      await Promise.resolve();
      const part = rows.slice(from, from + size);
      yield {
        cells: columns.map((_, index) => part.map((row) => row[index] ?? null)),
        rowCount: part.length,
      };
    }
    if (fails) throw new Error('the connection was lost');
  }
  const table: OpenTable = {
    columns,
    warnings: [],
    blocks,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  return { name: 'rows', open: () => Promise.resolve(table) };
}

/** Of each kind, with cells that are easily changed on the way. */
export const columns: readonly SourceColumn[] = [
  { name: 'n', kind: 'integer', type: 'int8' },
  { name: 'f', kind: 'float', type: 'float8' },
  { name: 'b', kind: 'boolean', type: 'bool' },
  { name: 'the "text"', kind: 'text', type: 'text' },
];
export const rows: readonly (readonly Cell[])[] = [
  [9007199254740991, 0.1, 1, 'é;3;x'],
  [null, null, null, null],
  [-1, -0, 0, ''],
  [0, 1e-300, 1, 'NULL'],
];
