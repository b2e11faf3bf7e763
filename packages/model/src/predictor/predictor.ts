import type { Table } from '@xgflow/data';
import type { Booster } from '@xgflow/xgboost-node';
import type { Codec } from '../codec/codec.ts';
import { codecOfBooster } from '../codec/codec-of-booster.ts';
import type { Encoded } from '../codec/encoded.ts';
import type { RecordOptions, RowOptions } from '../codec/encode-records.ts';
import { objectiveOf, predictionKind } from '../mlmodel/objective.ts';
import { readMlmodel } from '../mlmodel/read-mlmodel.ts';
import { readOwnFiles } from '../mlmodel/read-record.ts';
import { checkVersion } from './check-version.ts';
import { loadBooster } from './load-booster.ts';
import type { ModelInfo } from './model-info.ts';
import { predictionsOf, type Predictions } from './predictions.ts';

export interface PredictorOptions {
  /** Threads per prediction. Default 1, which is right for few rows and for a server. */
  readonly threads?: number;
  /**
   * Load a model whose bytes nothing vouches for in a throw-away process first. Default true;
   * a directory written by this package is checked by its digest instead.
   */
  readonly canary?: boolean;
  /** Threshold of a binary model instead of the stored one. */
  readonly threshold?: number;
}

/**
 * A model directory, ready to predict. It holds native memory: call dispose(), or declare it with
 * `using`.
 */
export class Predictor implements Disposable {
  readonly codec: Codec;
  readonly info: ModelInfo;
  readonly #booster: Booster;
  readonly #range: readonly [number, number];

  private constructor(booster: Booster, codec: Codec, info: ModelInfo) {
    this.#booster = booster;
    this.codec = codec;
    this.info = info;
    // The scikit-learn classes of Python's package predict with the best round, Booster with all.
    const best = info.modelClass.includes('sklearn')
      ? booster.attribute('best_iteration')
      : undefined;
    this.#range = best === undefined ? [0, 0] : [0, Number(best) + 1];
  }

  /**
   * Loads a directory in MLflow's format: one of this package (its digest is checked), or one of
   * Python's `mlflow.xgboost`, whose codec is then the names, types and levels in the model file.
   *
   * @throws {ModelDirectoryError} · {UnsupportedModelError} · {DigestMismatchError} ·
   *   {CorruptModelError}
   */
  static async load(directory: string, options: PredictorOptions = {}): Promise<Predictor> {
    const { modelPath, origin } = await readMlmodel(directory);
    const own = await readOwnFiles(directory);
    checkVersion(origin.xgboostVersion, directory);
    const { booster, sha256 } = await loadBooster({
      path: modelPath,
      modelClass: origin.modelClass,
      sha256: own?.record.modelSha256,
      canary: options.canary ?? true,
    });
    try {
      booster.setParams({ nthread: options.threads ?? 1 });
      const objective = own?.record.objective ?? objectiveOf(booster);
      return new Predictor(booster, own?.codec ?? codecOfBooster(booster), {
        ...origin,
        sha256,
        objective,
        kind: predictionKind(objective),
        target: own?.record.target.name,
        classes: own?.record.target.classes,
        threshold: options.threshold ?? own?.record.threshold ?? 0.5,
      });
    } catch (error) {
      booster.dispose();
      throw error;
    }
  }

  /**
   * Predicts records by name: numbers, texts as in a CSV file, null for missing.
   *
   * @throws {MissingFieldError} · {BadFieldError} · {UnexpectedFieldError} with `extra: 'error'`
   */
  predictRecords(
    records: readonly Readonly<Record<string, unknown>>[],
    options: RecordOptions = {},
  ): Predictions {
    return this.#predict(this.codec.encodeRecords(records, options));
  }

  /** Predicts rows of cells in the order of `names`. Throws as predictRecords() does. */
  predictRows(
    names: readonly string[],
    rows: readonly (readonly unknown[])[],
    options: RowOptions = {},
  ): Predictions {
    return this.#predict(this.codec.encodeRows(names, rows, options));
  }

  /** Predicts a table; its other columns are ignored. @throws {MissingFieldError} · {CodecError} */
  predictTable(table: Table): Predictions {
    return this.#predict(this.codec.encodeDense(table));
  }

  /** Frees the native memory. A second call does nothing. */
  dispose(): void {
    this.#booster.dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #predict(encoded: Encoded): Predictions {
    const { kind, threshold } = this.info;
    if (encoded.rows === 0) {
      return predictionsOf(new Float32Array(0), encoded, { kind, threshold, outputs: 1 });
    }
    const { rows, cols } = encoded;
    const iterationRange = this.#range;
    const { values } = this.#booster.predictDense(encoded.values, { rows, cols, iterationRange });
    return predictionsOf(values, encoded, { kind, threshold, outputs: values.length / rows });
  }
}
