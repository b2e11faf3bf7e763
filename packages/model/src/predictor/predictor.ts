import type { Table } from '@xgflow/data';
import type { RecordOptions, RowOptions } from '../codec/cell-source.ts';
import type { Codec } from '../codec/codec.ts';
import { UnsupportedModelError } from '../errors/unsupported-model-error.ts';
import type { ExplainOptions, Explanations } from '../explain/explanation.ts';
import { explanationsOf } from '../explain/explanations-of.ts';
import { InputReader } from './input-reader.ts';
import { joinInputs } from './join-inputs.ts';
import { loadParts, type PredictorOptions, type PredictorParts } from './load-parts.ts';
import type { ModelInfo } from './model-info.ts';
import { predictionsOf, type Predictions } from './predictions.ts';
import type { Scorer, ScoreInput } from './scorer.ts';

/**
 * A model directory, ready to predict. It holds native memory: call dispose(), or declare it with
 * `using`.
 */
export class Predictor implements Disposable {
  readonly codec: Codec;
  readonly info: ModelInfo;
  readonly #scorer: Scorer;
  readonly #reader: InputReader;

  private constructor({ codec, info, scorer }: PredictorParts) {
    this.codec = codec;
    this.info = info;
    this.#scorer = scorer;
    this.#reader = new InputReader(codec, info.exposure);
  }

  /**
   * Loads a directory in MLflow's format: one of this package (its digest is checked), or one of
   * Python's `mlflow.xgboost`, whose codec is then the names, types and levels in the model file.
   *
   * @throws {ModelDirectoryError} · {UnsupportedModelError} · {DigestMismatchError} ·
   *   {CorruptModelError}
   */
  static async load(directory: string, options: PredictorOptions = {}): Promise<Predictor> {
    return new Predictor(await loadParts(directory, options));
  }

  /**
   * Predicts records by name: numbers, texts as in a CSV file, null for missing. A model with an
   * exposure (`info.exposure`) needs that column too, above 0 in every row.
   *
   * @throws {MissingFieldError} · {BadFieldError} · {UnexpectedFieldError} with `extra: 'error'`
   */
  predictRecords(
    records: readonly Readonly<Record<string, unknown>>[],
    options: RecordOptions = {},
  ): Predictions {
    return this.predictInput(this.encodeRecords(records, options));
  }

  /** Predicts rows of cells in the order of `names`. Throws as predictRecords() does. */
  predictRows(
    names: readonly string[],
    rows: readonly (readonly unknown[])[],
    options: RowOptions = {},
  ): Predictions {
    return this.predictInput(this.encodeRows(names, rows, options));
  }

  /** The first half of predictRecords(): reads records for predictEncoded(). Throws as that does. */
  encodeRecords(
    records: readonly Readonly<Record<string, unknown>>[],
    options: RecordOptions = {},
  ): ScoreInput {
    return this.#reader.records(records, options);
  }

  /** The first half of predictRows(). Throws as that does. */
  encodeRows(
    names: readonly string[],
    rows: readonly (readonly unknown[])[],
    options: RowOptions = {},
  ): ScoreInput {
    return this.#reader.rows(names, rows, options);
  }

  /** Predicts what encodeRecords() or encodeRows() of this predictor gave. @throws the library's errors */
  predictInput(input: ScoreInput): Predictions {
    const [predictions] = this.predictEncoded([input]);
    if (predictions === undefined) throw new TypeError();
    return predictions;
  }

  /**
   * Predicts several inputs in one call of the library, which costs as much as some forty rows of a
   * small model. Each gets the numbers that it would get alone.
   *
   * @param inputs what encodeRecords() or encodeRows() of this predictor gave
   * @returns predictions in the order of `inputs`
   * @throws the library's errors, which say nothing of which input is at fault
   */
  predictEncoded(inputs: readonly ScoreInput[]): Predictions[] {
    const all = joinInputs(inputs);
    const values = all.encoded.rows === 0 ? new Float32Array(0) : this.#scorer.score(all);
    const perRow = all.encoded.rows === 0 ? 1 : values.length / all.encoded.rows;
    const { kind, threshold } = this.info;
    let first = 0;
    return inputs.map(({ encoded }) => {
      const own = values.subarray(first, (first += encoded.rows * perRow));
      const outputs = encoded.rows === 0 ? 1 : perRow;
      return predictionsOf(own, encoded, { kind, threshold, outputs });
    });
  }

  /**
   * Predicts a table; its other columns are ignored.
   *
   * @throws {MissingFieldError} · {CodecError} · {BadFieldError} of an exposure
   */
  predictTable(table: Table): Predictions {
    return this.predictInput(this.#reader.table(table));
  }

  /**
   * Says why records are predicted as they are: exact TreeSHAP values with the rounds that predict, of
   * an ensemble those of its members, summed up, and the strongest reasons of each row.
   *
   * @throws {UnsupportedModelError} several values a row · what predictRecords() throws
   */
  explainRecords(
    records: readonly Readonly<Record<string, unknown>>[],
    options: RecordOptions & ExplainOptions = {},
  ): Explanations {
    return this.#explain(this.#reader.records(records, options), options);
  }

  /** The same of a table. Throws as predictTable() does. */
  explainTable(table: Table, options: ExplainOptions = {}): Explanations {
    return this.#explain(this.#reader.table(table), options);
  }

  /** Frees the native memory. A second call does nothing. */
  dispose(): void {
    this.#scorer[Symbol.dispose]();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #explain(input: ScoreInput, options: ExplainOptions): Explanations {
    const { scale } = this.#scorer;
    if (input.encoded.rows === 0) return { features: this.codec.featureNames, scale, rows: [] };
    const predictions = this.predictInput(input);
    if (this.info.kind === 'value' && predictions.outputs > 1) {
      throw new UnsupportedModelError(
        `a model with ${predictions.outputs} values a row is not explained · its reasons · train one model per value`,
      );
    }
    const contributions = this.#scorer.explain(input, predictions.labels);
    return explanationsOf(this.codec, input, { scale, contributions, predictions }, options);
  }
}
