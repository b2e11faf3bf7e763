import type { BadCellError } from '../errors/bad-cell-error.ts';
import type { Column } from '../table/column.ts';
import { badCell, whyNotNumber, type RowPlace } from './cell-place.ts';
import { CategoricalBuilder } from './categorical-builder.ts';
import type { ColumnBuilder } from './column-builder.ts';
import type { RowBatch } from './row-batch.ts';
import type { MissingTokens } from '../cells/missing-tokens.ts';
import { NumericBuilder } from './numeric-builder.ts';
import { INTEGER_LIMIT, numericColumn } from './numeric-column.ts';
import { isIntegerText, parseNumber } from '../cells/parse-number.ts';

const MOST_TEXTS = 4096;
const MISSING = -1;

/**
 * A column that nobody declared, when text is allowed: numeric if every cell is a number, else
 * categorical. Texts are interned until the answer is known. After 4,096 distinct numbers the
 * column counts as numeric for good (memory stays bounded), and text that comes later is an error.
 * `inf` is a level like others where there is text, and no number of a numeric column.
 */
export class TextOrNumberBuilder implements ColumnBuilder {
  readonly #name: string;
  readonly #place: RowPlace;
  readonly #tokens: MissingTokens;
  readonly #texts: CategoricalBuilder;
  #numbers: NumericBuilder | undefined;
  #sawText = false;
  /** What is wrong with the column if it turns out to be numeric. */
  #infinite: BadCellError | undefined;
  #distinct = 0;

  constructor(name: string, place: RowPlace, tokens: MissingTokens) {
    this.#name = name;
    this.#place = place;
    this.#tokens = tokens;
    this.#texts = new CategoricalBuilder(name, place, tokens);
  }

  addRows(batch: RowBatch, cell: number, count: number): void {
    const { rows } = batch;
    for (let offset = 0; offset < count; offset++) {
      batch.offset = offset;
      this.add(rows[offset]?.[cell] ?? '');
    }
  }

  add(cell: string): void {
    if (this.#numbers !== undefined) {
      this.#numbers.add(cell);
      return;
    }
    this.#texts.add(cell);
    if (this.#texts.distinct === this.#distinct) return;
    this.#distinct = this.#texts.distinct;
    const value = parseNumber(cell);
    if (Number.isNaN(value)) this.#sawText = true;
    else if (!Number.isFinite(value)) {
      this.#infinite ??= badCell(this.#place, this.#name, cell, whyNotNumber(cell, value));
    }
    if (!this.#sawText && this.#distinct > MOST_TEXTS) this.#numbers = this.#beginNumbers();
  }

  addMissing(): void {
    (this.#numbers ?? this.#texts).addMissing();
  }

  finish(): Column {
    if (this.#numbers !== undefined) return this.#numbers.finish();
    if (this.#sawText) return this.#texts.finish();
    if (this.#infinite !== undefined) throw this.#infinite;
    const { texts, codes, missing } = this.#texts.release();
    const numbers = Float64Array.from(texts, parseNumber);
    const values = new Float64Array(codes.length);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] ?? MISSING;
      values[row] = code === MISSING ? Number.NaN : (numbers[code] ?? Number.NaN);
    }
    const integer =
      texts.every(isIntegerText) && numbers.every((value) => Math.abs(value) < INTEGER_LIMIT);
    return numericColumn(this.#name, values, integer, missing);
  }

  #beginNumbers(): NumericBuilder {
    if (this.#infinite !== undefined) throw this.#infinite;
    const { texts, codes } = this.#texts.release();
    const values = texts.map(parseNumber);
    const integer = texts.map(isIntegerText);
    const builder = new NumericBuilder(this.#name, this.#place, this.#tokens, 'late-text');
    for (const code of codes) {
      if (code < 0) builder.addMissing();
      else builder.addNumber(values[code] ?? Number.NaN, integer[code] ?? false);
    }
    return builder;
  }
}
