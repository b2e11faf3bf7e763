import type { Column } from '../table/column.ts';
import type { Table } from '../table/table.ts';

/**
 * Rows equal in every column to an earlier one, as [row, earlier row] from 0. Missing cells are
 * equal to each other, and so are 0 and −0. Rows are found by hash and then compared; beside the table this takes
 * 8 to 16 bytes a row.
 */
export function findDuplicates(table: Table): [row: number, earlier: number][] {
  const { columns, rowCount } = table;
  // Row + 1 in the slot of its hash or the next free one; 0 is free. At most half of the slots are taken.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * rowCount + 1)));
  const mask = slots.length - 1;
  const hashes = columns.map(cellHash);
  const found: [number, number][] = [];
  for (let row = 0; row < rowCount; row++) {
    let hash = 0x811c9dc5;
    for (const hashOf of hashes) {
      hash = Math.imul(hash ^ hashOf(row), 0x01000193);
      hash ^= hash >>> 15;
    }
    let slot = hash & mask;
    let earlier = (slots[slot] ?? 0) - 1;
    while (earlier >= 0 && !columns.every((column) => equal(column, row, earlier))) {
      slot = (slot + 1) & mask;
      earlier = (slots[slot] ?? 0) - 1;
    }
    if (earlier >= 0) found.push([row, earlier]);
    else slots[slot] = row + 1;
  }
  return found;
}

/** 32 bits of a cell, the same for equal cells. */
function cellHash(column: Column): (row: number) => number {
  if (column.kind === 'categorical') return (row) => column.codes[row] ?? 0;
  const number = new Float64Array(1);
  const bits = new Int32Array(number.buffer);
  return (row) => {
    const value = column.values[row] ?? Number.NaN;
    if (Number.isNaN(value)) return -1;
    number[0] = value + 0;
    return Math.imul(bits[0] ?? 0, 0x9e3779b1) ^ (bits[1] ?? 0);
  };
}

function equal(column: Column, row: number, other: number): boolean {
  if (column.kind === 'categorical') return column.codes[row] === column.codes[other];
  const [a, b] = [column.values[row] ?? Number.NaN, column.values[other] ?? Number.NaN];
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
