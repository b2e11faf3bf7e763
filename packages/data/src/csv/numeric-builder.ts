import type { NumericColumn } from '../table/column.ts';
import type { BadCellReason } from '../errors/bad-cell-error.ts';
import { badCell, whyNotNumber, type RowPlace } from './cell-place.ts';
import type { ColumnBuilder } from './column-builder.ts';
import type { RowBatch } from './row-batch.ts';
import { GrowingArray } from './growing-array.ts';
import type { MissingTokens } from '../cells/missing-tokens.ts';
import { INTEGER_LIMIT, numericColumn } from './numeric-column.ts';
import { isIntegerText, parseNumber, shortDecimal, shortInteger } from '../cells/parse-number.ts';

/** A column that must be numeric: a cell that is neither a number nor missing is an error. */
export class NumericBuilder implements ColumnBuilder {
  readonly #name: string;
  readonly #place: RowPlace;
  readonly #tokens: MissingTokens;
  readonly #textReason: BadCellReason | undefined;
  readonly #values = new GrowingArray(Float64Array);
  #integer = true;
  #minusZero = false;
  #missing = 0;

  /** @param textReason why a cell that is no number is refused; default: as it looks */
  constructor(name: string, place: RowPlace, tokens: MissingTokens, textReason?: BadCellReason) {
    this.#name = name;
    this.#place = place;
    this.#tokens = tokens;
    this.#textReason = textReason;
  }

  addRows(batch: RowBatch, cell: number, count: number): void {
    const { rows } = batch;
    const from = this.#values.room(count);
    const values = this.#values.window;
    const tokens = this.#tokens.numeric;
    for (let offset = 0; offset < count; offset++) {
      const text = rows[offset]?.[cell] ?? '';
      // Most cells need one of these two; both are NaN for the others.
      const short = this.#integer ? shortInteger(text) : shortDecimal(text);
      if (short === short && !tokens) values[from + offset] = short;
      else {
        batch.offset = offset;
        values[from + offset] = this.#read(text);
      }
    }
  }

  /** Any cell. */
  add(cell: string): void {
    this.#values.push(this.#read(cell));
  }

  #read(cell: string): number {
    const value = parseNumber(cell);
    if (!Number.isFinite(value) || this.#tokens.numeric) {
      if (this.#tokens.has(cell)) {
        this.#missing++;
        return Number.NaN;
      }
      if (!Number.isFinite(value)) {
        const text = Number.isNaN(value) ? this.#textReason : undefined;
        throw badCell(this.#place, this.#name, cell, text ?? whyNotNumber(cell, value));
      }
    }
    if (this.#integer) this.#integer = isIntegerText(cell) && Math.abs(value) < INTEGER_LIMIT;
    if (Object.is(value, -0)) this.#minusZero = true;
    return value;
  }

  /** A cell that was parsed already. */
  addNumber(value: number, integer: boolean): void {
    if (!integer || Math.abs(value) >= INTEGER_LIMIT) this.#integer = false;
    if (Object.is(value, -0)) this.#minusZero = true;
    this.#values.push(value);
  }

  addMissing(): void {
    this.#missing++;
    this.#values.push(Number.NaN);
  }

  finish(): NumericColumn {
    const values = this.#values.finish();
    return numericColumn(this.#name, values, this.#integer, this.#missing, this.#minusZero);
  }
}
