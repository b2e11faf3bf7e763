import { DEFAULT_MISSING_TOKENS, type Table } from '@xgflow/data';
import type { Column as MatrixColumn } from '@xgflow/xgboost-node';
import { CodecError } from '../errors/codec-error.ts';
import { parseCodecJson, type CodecJson } from './codec-json.ts';
import { recordSource, rowSource, type RecordOptions, type RowOptions } from './cell-source.ts';
import { encodeSource } from './encode-source.ts';
import { encodeDense, matrixColumns } from './encode-table.ts';
import type { Encoded } from './encoded.ts';
import type { Feature, FeatureCoding } from './feature.ts';
import { featureOf } from './features-of-table.ts';

/**
 * What turns tables and records into a booster's features, the same way at training and at
 * scoring: order, kinds, levels with their type, and the texts that mean missing. A level that the
 * training table did not have becomes missing and is counted.
 */
export class Codec implements FeatureCoding {
  readonly features: readonly Feature[];
  readonly missingTokens: readonly string[];

  /** @throws {CodecError} no feature, or a name used twice */
  constructor(features: readonly Feature[], missingTokens = DEFAULT_MISSING_TOKENS) {
    if (features.length === 0 || new Set(features.map(({ name }) => name)).size < features.length) {
      throw new CodecError('no features, or a name twice · the codec · give each feature its name');
    }
    this.features = features;
    this.missingTokens = missingTokens;
  }

  /**
   * The codec of a training table.
   *
   * @param featureNames in the booster's order. Default: every column.
   * @throws {UnknownColumnError} · {CodecError} a categorical column without any level
   */
  static fromTable(
    table: Table,
    featureNames: readonly string[] = table.columnNames,
    options: { missingTokens?: readonly string[] } = {},
  ): Codec {
    return new Codec(
      featureNames.map((name) => featureOf(table.column(name))),
      options.missingTokens,
    );
  }

  /** @param where the file, for the message @throws {CodecError} */
  static fromJSON(json: unknown, where = 'the codec'): Codec {
    const { features, missingTokens } = parseCodecJson(json, where);
    return new Codec(features, missingTokens);
  }

  toJSON(): CodecJson {
    return { version: 1, features: this.features, missingTokens: this.missingTokens };
  }

  get featureNames(): string[] {
    return this.features.map(({ name }) => name);
  }

  /**
   * Columns for `DMatrix.fromColumns`, with types and levels as Python's pandas frames give them.
   * Arrays of the table are used, not copied, where its levels are the codec's.
   *
   * @throws {MissingFieldError} · {CodecError}
   */
  encodeTable(table: Table): MatrixColumn[] {
    return matrixColumns(this.features, table);
  }

  /** Row-major values for `Booster.predictDense`. @throws {MissingFieldError} · {CodecError} */
  encodeDense(table: Table): Encoded {
    return encodeDense(this.features, table);
  }

  /**
   * Records by name, as JSON gives them: numbers, texts as in a CSV file, null for missing.
   *
   * @throws {MissingFieldError} · {BadFieldError} · {UnexpectedFieldError} with `extra: 'error'`
   */
  encodeRecords(
    records: readonly Readonly<Record<string, unknown>>[],
    options: RecordOptions = {},
  ): Encoded {
    return encodeSource(this, recordSource(records, this.featureNames, options));
  }

  /**
   * Rows of texts in the order of `names`, as `csvRecords` gives them.
   *
   * @throws {MissingFieldError} · {BadFieldError} · {UnexpectedFieldError} with `extra: 'error'`
   */
  encodeRows(
    names: readonly string[],
    rows: readonly (readonly unknown[])[],
    options: RowOptions = {},
  ): Encoded {
    return encodeSource(this, rowSource({ names, rows }, this.featureNames, options));
  }
}
