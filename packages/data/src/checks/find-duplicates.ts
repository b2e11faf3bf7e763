import type { Table } from '../table/table.ts';

/**
 * Rows equal in every column to an earlier one, as [row, earlier row] from 0. Missing cells are
 * equal to each other. Rows are found by hash and then compared.
 */
export function findDuplicates(table: Table): [row: number, earlier: number][] {
  const columns = table.columns.map(bitsOf);
  const byHash = new Map<number, number[]>();
  const found: [number, number][] = [];
  for (let row = 0; row < table.rowCount; row++) {
    let hash = 0x811c9dc5;
    for (const { bits, width } of columns) {
      for (let i = row * width; i < (row + 1) * width; i++) {
        hash = Math.imul(hash ^ (bits[i] ?? 0), 0x01000193);
        hash ^= hash >>> 15;
      }
    }
    const same = byHash.get(hash) ?? [];
    const earlier = same.find((other) => columns.every((column) => equal(column, row, other)));
    if (earlier !== undefined) found.push([row, earlier]);
    else if (same.push(row) === 1) byHash.set(hash, same);
  }
  return found;
}

interface Bits {
  readonly bits: Uint32Array;
  /** 32-bit words per row. */
  readonly width: number;
}

function bitsOf(column: Table['columns'][number]): Bits {
  if (column.kind === 'categorical') {
    return {
      bits: new Uint32Array(column.codes.buffer, column.codes.byteOffset, column.codes.length),
      width: 1,
    };
  }
  // One NaN and one zero, so that equal bits are equal values.
  const values = column.values.map((value) => (Number.isNaN(value) ? Number.NaN : value + 0));
  return { bits: new Uint32Array(values.buffer), width: 2 };
}

function equal({ bits, width }: Bits, row: number, other: number): boolean {
  for (let i = 0; i < width; i++) {
    if (bits[row * width + i] !== bits[other * width + i]) return false;
  }
  return true;
}
