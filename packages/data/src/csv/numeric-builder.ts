import type { NumericColumn } from '../table/column.ts';
import type { BadCellReason } from '../errors/bad-cell-error.ts';
import { badCell, whyNotNumber, type RowPlace } from './cell-place.ts';
import type { ColumnBuilder } from './column-builder.ts';
import { GrowingArray } from './growing-array.ts';
import type { MissingTokens } from '../cells/missing-tokens.ts';
import { INTEGER_LIMIT, numericColumn } from './numeric-column.ts';
import { isIntegerText, parseNumber } from '../cells/parse-number.ts';

/** A column that must be numeric: a cell that is neither a number nor missing is an error. */
export class NumericBuilder implements ColumnBuilder {
  readonly #name: string;
  readonly #place: RowPlace;
  readonly #tokens: MissingTokens;
  readonly #textReason: BadCellReason | undefined;
  readonly #values = new GrowingArray((length) => new Float64Array(length));
  #integer = true;
  #missing = 0;

  /** @param textReason why a cell that is no number is refused; default: as it looks */
  constructor(name: string, place: RowPlace, tokens: MissingTokens, textReason?: BadCellReason) {
    this.#name = name;
    this.#place = place;
    this.#tokens = tokens;
    this.#textReason = textReason;
  }

  add(cell: string): void {
    const value = parseNumber(cell);
    if (!Number.isFinite(value) || this.#tokens.numeric) {
      if (this.#tokens.has(cell)) {
        this.#missing++;
        this.#values.push(Number.NaN);
        return;
      }
      if (!Number.isFinite(value)) {
        const text = Number.isNaN(value) ? this.#textReason : undefined;
        throw badCell(this.#place, this.#name, cell, text ?? whyNotNumber(cell, value));
      }
    }
    this.addNumber(value, this.#integer && isIntegerText(cell));
  }

  /** A cell that was parsed already. */
  addNumber(value: number, integer: boolean): void {
    if (!integer || Math.abs(value) >= INTEGER_LIMIT) this.#integer = false;
    this.#values.push(value);
  }

  addMissing(): void {
    this.#missing++;
    this.#values.push(Number.NaN);
  }

  finish(): NumericColumn {
    return numericColumn(this.#name, this.#values.finish(), this.#integer, this.#missing);
  }
}
