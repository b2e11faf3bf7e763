import { call, copyBytes, countIn, handleOf, outCell, pointerIn } from '../capi/index.ts';
import type { Handle } from '../capi/index.ts';
import type { Booster } from '../booster/booster.ts';
import { checkCategories } from '../booster/check-categories.ts';
import { checkFeatures } from '../booster/check-features.ts';
import { createBooster } from '../booster/model-bytes.ts';
import { schemaOf } from '../booster/model-schema.ts';
import type { DMatrix } from '../dmatrix/dmatrix.ts';
import { setFeatureInfo } from '../dmatrix/feature-info.ts';
import { knownCategories } from '../dmatrix/known-categories.ts';
import { applyParams } from '../params/apply-params.ts';
import type { TrainParams } from '../params/train-params.ts';
import type { TrainOptions } from './train-options.ts';

function dataSchema({ colCount, featureNames, featureTypes }: DMatrix) {
  return { count: colCount, names: featureNames, types: featureTypes };
}

/** Eval sets must have the training data's columns, and no level that it does not have. */
function checkEvalSets(data: DMatrix, options: TrainOptions): void {
  const categories = knownCategories(data).map((known) =>
    typeof known === 'number' ? undefined : known,
  );
  const schema = { ...dataSchema(data), categories };
  for (const { data: evalData } of options.evals ?? []) {
    checkFeatures(schema, dataSchema(evalData), true);
    checkCategories(schema, knownCategories(evalData));
  }
}

/** Copies model and configuration, as Python does for a booster given as xgb_model. */
function copyModel(from: Booster, to: Handle, data: DMatrix): void {
  const source = handleOf(from, 'Booster');
  const schema = schemaOf(source);
  checkFeatures(schema, dataSchema(data), true);
  checkCategories(schema, knownCategories(data));
  const [length, bytes] = [outCell(), outCell()];
  call('XGBoosterSerializeToBuffer', source.pointer, length, bytes);
  const copy = copyBytes(pointerIn(bytes), countIn(length));
  call('XGBoosterUnserializeFromBuffer', to.pointer, copy, copy.length);
}

/**
 * A native booster ready for its first round, set up in the order of Python's train(): features of
 * the data, the model to continue, parameters.
 */
export function prepareBooster(params: TrainParams, data: DMatrix, options: TrainOptions): Handle {
  checkEvalSets(data, options);
  const matrices = [data, ...(options.evals ?? []).map((set) => set.data)];
  const booster = createBooster(matrices.map((matrix) => handleOf(matrix, 'DMatrix')));
  try {
    const { featureNames: names, featureTypes: types } = data;
    const set = (field: 'feature_name' | 'feature_type', values: readonly string[]): void => {
      setFeatureInfo('XGBoosterSetStrFeatureInfo', booster.pointer, field, values);
    };
    if (names !== undefined) set('feature_name', names);
    if (types !== undefined) set('feature_type', types);
    if (options.continueFrom !== undefined) copyModel(options.continueFrom, booster, data);
    // The library then warns of parameters that the chosen booster or objective does not use.
    const { validate_parameters = true } = params;
    applyParams(booster.pointer, { ...params, validate_parameters }, names);
    return booster;
  } catch (error) {
    booster.dispose();
    throw error;
  }
}
