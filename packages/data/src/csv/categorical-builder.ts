import type { CategoricalColumn } from '../table/column.ts';
import type { BadCellError } from '../errors/bad-cell-error.ts';
import { badCell, type RowPlace } from './cell-place.ts';
import type { ColumnBuilder } from './column-builder.ts';
import type { RowBatch } from './row-batch.ts';
import { GrowingArray } from './growing-array.ts';
import { orderLevels } from '../cells/level-order.ts';
import type { MissingTokens } from '../cells/missing-tokens.ts';
import { parseNumber } from '../cells/parse-number.ts';
import { RecentCodes } from './recent-codes.ts';

/** Cells interned as they come: one string per distinct text, one code per row. */
export class CategoricalBuilder implements ColumnBuilder {
  readonly #name: string;
  readonly #place: RowPlace;
  readonly #tokens: MissingTokens;
  readonly #codes = new GrowingArray(Int32Array);
  readonly #codeOf = new Map<string, number>();
  readonly #recent = new RecentCodes();
  #missing = 0;
  /** What is wrong with the column if all its texts turn out to be integers. */
  #unsafe: BadCellError | undefined;

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
    const codes = this.#codes.window;
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
    const { levels, codes } = orderLevels(texts);
    if (this.#unsafe !== undefined && typeof levels[0] === 'number') throw this.#unsafe;
    recode(seen, codes);
    return { kind: 'categorical', name: this.#name, levels, codes: seen, missing };
  }

  #look(cell: string): number {
    let code = this.#codeOf.get(cell);
    if (code === undefined && this.#tokens.has(cell)) code = -1;
    if (code === undefined) {
      code = this.#codeOf.size;
      this.#codeOf.set(cell, code);
      if (this.#unsafe === undefined && isUnsafeInteger(cell)) {
        this.#unsafe = badCell(this.#place, this.#name, cell, 'unsafe-level');
      }
    }
    this.#recent.set(cell, code);
    return code;
  }
}

function isUnsafeInteger(text: string): boolean {
  const value = parseNumber(text);
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

/** Replaces each code by what it has become; missing stays. */
function recode(codes: Int32Array, became: Int32Array): void {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? -1;
    if (code >= 0) codes[i] = became[code] ?? -1;
  }
}
