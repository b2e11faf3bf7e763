import type { NumericColumn } from '../table/column.ts';
import { badCell, whyNotNumber, type RowPlace } from './cell-place.ts';
import type { ColumnBuilder } from './column-builder.ts';
import { GrowingArray } from './growing-array.ts';
import type { MissingTokens } from '../cells/missing-tokens.ts';
import { isIntegerText, parseNumber } from '../cells/parse-number.ts';

// From here on pandas has no 64-bit integer for the value.
const INT64_LIMIT = 2 ** 63;

/** A column that must be numeric: a cell that is neither a number nor missing is an error. */
export class NumericBuilder implements ColumnBuilder {
  readonly #name: string;
  readonly #place: RowPlace;
  readonly #tokens: MissingTokens;
  readonly #values = new GrowingArray((length) => new Float64Array(length));
  #integer = true;
  #missing = 0;

  constructor(name: string, place: RowPlace, tokens: MissingTokens) {
    this.#name = name;
    this.#place = place;
    this.#tokens = tokens;
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
        throw badCell(this.#place, this.#name, cell, whyNotNumber(cell, value));
      }
    }
    this.addNumber(value, this.#integer && isIntegerText(cell));
  }

  /** A cell that was parsed already. */
  addNumber(value: number, integer: boolean): void {
    if (!integer || Math.abs(value) >= INT64_LIMIT) this.#integer = false;
    this.#values.push(value);
  }

  addMissing(): void {
    this.#missing++;
    this.#values.push(Number.NaN);
  }

  finish(): NumericColumn {
    const values = this.#values.finish();
    const integer = this.#integer && this.#missing < values.length;
    // An integer has no −0; pandas reads "-0" as 0.
    if (integer) for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) + 0;
    return { kind: 'numeric', name: this.#name, values, integer, missing: this.#missing };
  }
}
