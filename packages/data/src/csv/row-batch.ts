import type { RowPlace } from './cell-place.ts';

/** So few that the texts of a batch are gone before the garbage collector would move them. */
const MOST_ROWS = 64;

/**
 * Rows that wait to be read column by column: one loop over the cells of a column stays in one piece of
 * compiled code, which a loop over the cells of a row does not. It is also the place of the cell at
 * `offset`, so that a cell costs no allocation.
 */
export class RowBatch implements RowPlace {
  readonly source: string;
  readonly rows: (readonly string[])[] = [];
  /** Index into `rows` of the row that is being read. */
  offset = 0;
  readonly #numbers: number[] = [];
  readonly #lines: number[] = [];

  constructor(source: string) {
    this.source = source;
  }

  get row(): number {
    return this.#numbers[this.offset] ?? 0;
  }

  get line(): number {
    return this.#lines[this.offset] ?? 0;
  }

  get full(): boolean {
    return this.rows.length >= MOST_ROWS;
  }

  push(cells: readonly string[], { row, line }: Pick<RowPlace, 'row' | 'line'>): void {
    this.rows.push(cells);
    this.#numbers.push(row);
    this.#lines.push(line);
  }

  /** All rows have been read. */
  clear(): void {
    this.rows.length = 0;
    this.#numbers.length = 0;
    this.#lines.length = 0;
    this.offset = 0;
  }
}
