import { createHash, type Hash } from 'node:crypto';
import type { Cell, SourceColumn } from '../cell.ts';
import type { RowBlock } from '../table-source.ts';

/**
 * The digest of a table's content: names, kinds and cells, in order, whatever it was read from and in blocks of
 * whatever size. Each column is hashed on its own; the whole is the SHA-256 of their names, kinds and hashes.
 */
export class ContentDigest {
  readonly #columns: readonly SourceColumn[];
  readonly #hashes: readonly Hash[];
  #rows = 0;

  constructor(columns: readonly SourceColumn[]) {
    this.#columns = columns;
    this.#hashes = columns.map(() => createHash('sha256'));
  }

  get rows(): number {
    return this.#rows;
  }

  add({ cells, rowCount }: RowBlock): void {
    this.#hashes.forEach((hash, index) => {
      const column = cells[index] ?? [];
      hash.update(this.#columns[index]?.kind === 'text' ? textBytes(column) : numberBytes(column));
    });
    this.#rows += rowCount;
  }

  /** First 16 hex digits; to be called once. */
  finish(): string {
    const columns = this.#columns.map(({ name, kind }, index) => {
      return [name, kind, this.#hashes[index]?.digest('hex')];
    });
    const whole = JSON.stringify(['xgflow-table/1', this.#rows, columns]);
    return createHash('sha256').update(whole).digest('hex').slice(0, 16);
  }
}

/** Length and text, so that no two columns give the same bytes; a missing cell has no length. */
function textBytes(cells: readonly Cell[]): string {
  let bytes = '';
  for (const cell of cells) {
    const text = cell === null ? undefined : String(cell);
    bytes += text === undefined ? '-;' : `${text.length};${text}`;
  }
  return bytes;
}

/** Little-endian 64-bit floats, NaN for a missing cell: no cell is NaN. */
function numberBytes(cells: readonly Cell[]): Buffer {
  const bytes = Buffer.alloc(8 * cells.length);
  cells.forEach((cell, index) =>
    bytes.writeDoubleLE(cell === null ? Number.NaN : Number(cell), 8 * index),
  );
  return bytes;
}

/** The digest of a whole table. */
export async function contentDigest(table: {
  readonly columns: readonly SourceColumn[];
  blocks(): AsyncIterable<RowBlock>;
}): Promise<string> {
  const digest = new ContentDigest(table.columns);
  for await (const block of table.blocks()) digest.add(block);
  return digest.finish();
}
