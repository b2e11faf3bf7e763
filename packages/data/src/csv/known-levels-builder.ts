import type { CategoricalColumn, Levels } from '../table/column.ts';
import { UnseenLevelError } from '../errors/unseen-level-error.ts';
import type { RowPlace } from './cell-place.ts';
import type { ColumnBuilder } from './column-builder.ts';
import type { RowBatch } from './row-batch.ts';
import { GrowingArray } from './growing-array.ts';
import { levelIndex } from '../cells/level-index.ts';
import type { MissingTokens } from '../cells/missing-tokens.ts';
import { RecentCodes } from './recent-codes.ts';

/** A categorical column read by a schema: its codes follow the schema's levels. */
export class KnownLevelsBuilder implements ColumnBuilder {
  readonly #name: string;
  readonly #place: RowPlace;
  readonly #tokens: MissingTokens;
  readonly #levels: Levels;
  readonly #codeOf: (cell: string) => number;
  readonly #recent = new RecentCodes();
  readonly #refuseUnseen: boolean;
  readonly #codes = new GrowingArray(Int32Array);
  #missing = 0;
  #unseen = 0;

  constructor(
    name: string,
    place: RowPlace,
    tokens: MissingTokens,
    rule: { levels: Levels; unseen: 'error' | 'missing' },
  ) {
    this.#name = name;
    this.#place = place;
    this.#tokens = tokens;
    this.#levels = rule.levels;
    this.#codeOf = levelIndex(rule.levels);
    this.#refuseUnseen = rule.unseen === 'error';
  }

  addRows(batch: RowBatch, cell: number, count: number): void {
    const { rows } = batch;
    for (let offset = 0; offset < count; offset++) {
      batch.offset = offset;
      this.add(rows[offset]?.[cell] ?? '');
    }
  }

  add(cell: string): void {
    const code = this.#recent.get(cell) ?? this.#look(cell);
    if (code < 0) {
      this.#missing++;
      if (!this.#tokens.has(cell)) this.#addUnseen(cell);
    }
    this.#codes.push(code);
  }

  addMissing(): void {
    this.#missing++;
    this.#codes.push(-1);
  }

  finish(): CategoricalColumn {
    return {
      kind: 'categorical',
      name: this.#name,
      levels: this.#levels,
      codes: this.#codes.finish(),
      missing: this.#missing,
      unseen: this.#unseen,
    };
  }

  #look(cell: string): number {
    const code = this.#codeOf(cell);
    this.#recent.set(cell, code);
    return code;
  }

  #addUnseen(value: string): void {
    if (this.#refuseUnseen) {
      const { source, row, line } = this.#place;
      throw new UnseenLevelError({ source, row, line, column: this.#name, value });
    }
    this.#unseen++;
  }
}
