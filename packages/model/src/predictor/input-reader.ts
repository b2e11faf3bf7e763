import type { Table } from '@xgflow/data';
import {
  recordSource,
  rowSource,
  type CellSource,
  type RecordOptions,
  type RowOptions,
} from '../codec/cell-source.ts';
import type { Codec } from '../codec/codec.ts';
import { encodeSource } from '../codec/encode-source.ts';
import { MissingFieldError } from '../errors/missing-field-error.ts';
import { logExposure, logExposureOfTable } from '../exposure/log-exposure.ts';
import type { ScoreInput } from './scorer.ts';

/** Reads rows as a model takes them: its features by the codec, and its exposure where it has one. */
export class InputReader {
  readonly #codec: Codec;
  readonly #exposure: string | undefined;
  /** The columns that every input must have. */
  readonly columns: readonly string[];

  constructor(codec: Codec, exposure: string | undefined) {
    this.#codec = codec;
    this.#exposure = exposure;
    this.columns = [...new Set([...codec.featureNames, ...(exposure ? [exposure] : [])])];
  }

  /** @throws {MissingFieldError} · {BadFieldError} · {UnexpectedFieldError} with `extra: 'error'` */
  records(records: readonly Readonly<Record<string, unknown>>[], options: RecordOptions) {
    return this.#read(recordSource(records, this.columns, options));
  }

  /** Rows of cells in the order of `names`. Throws as records() does. */
  rows(names: readonly string[], rows: readonly (readonly unknown[])[], options: RowOptions) {
    return this.#read(rowSource({ names, rows }, this.columns, options));
  }

  /** @throws {MissingFieldError} · {BadFieldError} of an exposure · {CodecError} */
  table(table: Table): ScoreInput {
    const missing = this.columns.filter((name) => !table.has(name));
    if (missing.length > 0) throw new MissingFieldError(missing, 'the table');
    return {
      encoded: this.#codec.encodeDense(table),
      baseMargin: this.#exposure ? logExposureOfTable(this.#exposure, table) : undefined,
    };
  }

  #read(source: CellSource): ScoreInput {
    const { missingTokens } = this.#codec;
    return {
      encoded: encodeSource(this.#codec, source),
      baseMargin: this.#exposure ? logExposure(this.#exposure, source, missingTokens) : undefined,
    };
  }
}
