import {
  call,
  copyString,
  copyStrings,
  countIn,
  handleOf,
  outCell,
  own,
  pointerIn,
} from '../capi/index.ts';
import type { Handle } from '../capi/index.ts';
import type { Column } from '../dmatrix/columns.ts';
import type { DMatrix } from '../dmatrix/dmatrix.ts';
import { knownCategories } from '../dmatrix/known-categories.ts';
import type { CategoryLevels, FeatureType } from '../feature-type.ts';
import { applyParams } from '../params/apply-params.ts';
import type { TrainParams } from '../params/train-params.ts';
import { getAttribute, getAttributes, setAttribute } from './attributes.ts';
import { checkCategories } from './check-categories.ts';
import { checkFeatures } from './check-features.ts';
import { featureImportance } from './importance.ts';
import type { ImportanceType } from './importance.ts';
import { boosterFromBytes, modelToBytes } from './model-bytes.ts';
import type { ModelFormat } from './model-bytes.ts';
import { sliceModel } from './slice-model.ts';
import { formatOf, readModel, writeModel } from './model-file.ts';
import { schemaOf } from './model-schema.ts';
import { predictColumns, predictDense } from './predict-in-place.ts';
import type { DensePredictOptions, InPlaceOptions } from './predict-in-place.ts';
import { predictMatrix } from './predict-matrix.ts';
import type { PredictOptions, Prediction } from './prediction.ts';

/**
 * A trained model. It holds native memory: call dispose(), or declare it with `using`.
 * Every method but dispose() throws DisposedError after that, and XGBoostError when the library refuses.
 *
 * @see https://xgboost.readthedocs.io/en/stable/python/python_api.html#xgboost.Booster
 */
export class Booster implements Disposable {
  /** For this package only; users get boosters from train(), load() and fromBuffer(). */
  constructor(handle: Handle) {
    own(this, handle);
  }

  /** Reads a .ubj or .json model. @throws ModelFileError, ModelFormatError */
  static load(path: string): Booster {
    return new Booster(boosterFromBytes(readModel(path), path));
  }

  /** Reads a model from the bytes of either format. @throws ModelFormatError */
  static fromBuffer(bytes: Uint8Array): Booster {
    return new Booster(boosterFromBytes(bytes));
  }

  /** Boosting rounds in the model; with several outputs a round has several trees. */
  get roundCount(): number {
    const rounds = new Int32Array(1);
    call('XGBoosterBoostedRounds', this.#handle.pointer, rounds);
    return rounds[0] ?? 0;
  }

  get featureCount(): number {
    return schemaOf(this.#handle).count;
  }

  /** Names in column order; undefined when the training data had none. */
  get featureNames(): readonly string[] | undefined {
    return schemaOf(this.#handle).names;
  }

  /** Types in column order; undefined when the training data had none. */
  get featureTypes(): readonly FeatureType[] | undefined {
    return schemaOf(this.#handle).types;
  }

  /** The levels stored in the model, one entry per feature (undefined for a numeric one); empty when none are stored. */
  categories(): readonly (CategoryLevels | undefined)[] {
    return schemaOf(this.#handle).categories;
  }

  /**
   * Predicts with all rounds unless a range is given.
   *
   * @throws FeatureMismatchError when the columns are not the model's.
   * @throws UnseenCategoryError for levels or codes that the model does not have.
   */
  predict(data: DMatrix, options: PredictOptions = {}): Prediction {
    const matrix = handleOf(data, 'DMatrix');
    const schema = schemaOf(this.#handle);
    const { colCount: count, featureNames: names, featureTypes: types } = data;
    checkFeatures(schema, { count, names, types }, options.validateFeatures ?? true);
    checkCategories(schema, knownCategories(data));
    return predictMatrix(this.#handle, matrix, options);
  }

  /**
   * Predicts row-major values without making a DMatrix: the fastest way for a few rows. Categorical
   * columns hold codes in the order of categories().
   *
   * @throws FeatureMismatchError for another number of columns.
   * @throws InvalidDataError for an infinite cell. @throws UnseenCategoryError for a code without level.
   */
  predictDense(values: Float32Array | Float64Array, options: DensePredictOptions): Prediction {
    return predictDense(this.#handle, values, options);
  }

  /** Predicts named columns without making a DMatrix. Throws as predict() does. */
  predictColumns(columns: readonly Column[], options: InPlaceOptions = {}): Prediction {
    return predictColumns(this.#handle, columns, options);
  }

  /** Writes the model; the end of the name, .ubj or .json, is the format. @throws ModelFileError */
  save(path: string): void {
    writeModel(path, this.toBuffer(formatOf(path)));
  }

  /** The model's bytes, equal to Python's save_raw. Default format `ubj`. */
  toBuffer(format: ModelFormat = 'ubj'): Uint8Array<ArrayBuffer> {
    return modelToBytes(this.#handle, format);
  }

  /** Importance of the features that the model uses; others are absent. Default type `weight`. */
  importance(type: ImportanceType = 'weight'): Map<string, number> {
    return featureImportance(this.#handle.pointer, type);
  }

  /** A text stored in the model, or undefined. */
  attribute(key: string): string | undefined {
    return getAttribute(this.#handle.pointer, key);
  }

  /** Stores a text in the model; undefined deletes it. */
  setAttribute(key: string, value: string | undefined): void {
    setAttribute(this.#handle.pointer, key, value);
  }

  attributes(): Map<string, string> {
    return getAttributes(this.#handle.pointer);
  }

  /** Changes training parameters for the rounds to come; for callbacks. */
  setParams(params: TrainParams): void {
    applyParams(this.#handle.pointer, params, schemaOf(this.#handle).names);
  }

  /**
   * A new model of the rounds `[begin, end)`, every `step`-th; end 0 means to the last. Names,
   * attributes (also a best_iteration of the whole) and category levels are copied; in Python a
   * sliced model forgets its levels.
   *
   * @throws InvalidArgumentError for a range outside the model or a step that does not divide it.
   */
  slice(begin: number, end: number, step = 1): Booster {
    return new Booster(sliceModel(this.#handle, [begin, end, step], this.roundCount));
  }

  /** One text per tree. Default format `json`, without statistics. */
  dump(options: { format?: 'text' | 'json' | 'dot'; withStats?: boolean } = {}): string[] {
    const [count, trees] = [outCell(), outCell()];
    const { format = 'json', withStats = false } = options;
    call('XGBoosterDumpModelEx', this.#handle.pointer, '', Number(withStats), format, count, trees);
    return countIn(count) === 0 ? [] : copyStrings(pointerIn(trees), countIn(count));
  }

  /** The library's whole configuration as JSON text. Do not parse and write it back: numbers change their kind. */
  config(): string {
    const [length, text] = [outCell(), outCell()];
    call('XGBoosterSaveJsonConfig', this.#handle.pointer, length, text);
    return copyString(pointerIn(text));
  }

  /** Frees the native memory. A second call does nothing. @throws InUseError during its training. */
  dispose(): void {
    this.#handle.dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  get #handle(): Handle {
    return handleOf(this, 'Booster');
  }
}
