import type { CategoricalColumn } from '../table/column.ts';
import { BadCellError } from '../errors/bad-cell-error.ts';
import type { RowPlace } from './cell-place.ts';
import type { ColumnBuilder } from './column-builder.ts';
import type { RowBatch } from './row-batch.ts';
import { GrowingArray } from './growing-array.ts';
import { orderLevels } from '../cells/level-order.ts';
import type { MissingTokens } from '../cells/missing-tokens.ts';
import { RecentCodes } from './recent-codes.ts';

/** Cells interned as they come: one string per distinct text, one code per row. */
export class CategoricalBuilder implements ColumnBuilder {
  readonly #name: string;
  readonly #place: RowPlace;
  readonly #tokens: MissingTokens;
  readonly #codes = new GrowingArray((length) => new Int32Array(length));
  readonly #codeOf = new Map<string, number>();
  readonly #recent = new RecentCodes();
  readonly #firstSeen: { row: number; line: number }[] = [];
  #missing = 0;

  constructor(name: string, place: RowPlace, tokens: MissingTokens) {
    this.#name = name;
    this.#place = place;
    this.#tokens = tokens;
  }

  /** Distinct texts so far. */
  get distinct(): number {
    return this.#codeOf.size;
  }

  addRows(batch: RowBatch, cell: number, count: number): void {
    const { rows } = batch;
    const recent = this.#recent;
    const from = this.#codes.room(count);
    const codes = this.#codes.chunk;
    for (let offset = 0; offset < count; offset++) {
      const text = rows[offset]?.[cell] ?? '';
      let code = recent.get(text);
      if (code === undefined) {
        batch.offset = offset;
        code = this.#look(text);
      }
      if (code < 0) this.#missing++;
      codes[from + offset] = code;
    }
  }

  add(cell: string): void {
    const code = this.#recent.get(cell) ?? this.#look(cell);
    if (code < 0) this.#missing++;
    this.#codes.push(code);
  }

  addMissing(): void {
    this.#missing++;
    this.#codes.push(-1);
  }

  /** The texts in the order seen and the codes into them; the builder is empty afterwards. */
  release(): { texts: string[]; codes: Int32Array; missing: number } {
    const texts = [...this.#codeOf.keys()];
    this.#codeOf.clear();
    return { texts, codes: this.#codes.finish(), missing: this.#missing };
  }

  finish(): CategoricalColumn {
    const { texts, codes: seen, missing } = this.release();
    const { levels, codes } = orderLevels(texts, (position) => {
      const { row, line } = this.#firstSeen[position] ?? { row: 0, line: 0 };
      const value = texts[position] ?? '';
      const at = { source: this.#place.source, row, line, column: this.#name, value };
      throw new BadCellError({ ...at, reason: 'unsafe-level' });
    });
    recode(seen, codes);
    return { kind: 'categorical', name: this.#name, levels, codes: seen, missing };
  }

  #look(cell: string): number {
    let code = this.#codeOf.get(cell);
    if (code === undefined && this.#tokens.has(cell)) code = -1;
    if (code === undefined) {
      code = this.#codeOf.size;
      this.#codeOf.set(cell, code);
      this.#firstSeen.push({ row: this.#place.row, line: this.#place.line });
    }
    this.#recent.set(cell, code);
    return code;
  }
}

/** Replaces each code by what it has become; missing stays. */
function recode(codes: Int32Array, became: Int32Array): void {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? -1;
    if (code >= 0) codes[i] = became[code] ?? -1;
  }
}
