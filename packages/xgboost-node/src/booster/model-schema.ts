import { call, countIn, featureInfo, outCell } from '../capi/index.ts';
import type { Handle } from '../capi/index.ts';
import type { CategoryLevels, FeatureType } from '../feature-type.ts';
import { readCategories } from './categories.ts';

/** What a model says about its columns. */
export interface ModelSchema {
  readonly count: number;
  readonly names: readonly string[] | undefined;
  readonly types: readonly FeatureType[] | undefined;
  /** One entry per feature: its levels, or undefined. Empty when the model stores no levels. */
  readonly categories: readonly (CategoryLevels | undefined)[];
}

const schemas = new WeakMap<Handle, ModelSchema>();

function readSchema(handle: Handle): ModelSchema {
  const { pointer } = handle;
  const count = outCell();
  call('XGBoosterGetNumFeature', pointer, count);
  const types = featureInfo('XGBoosterGetStrFeatureInfo', pointer, 'feature_type');
  return {
    count: countIn(count),
    names: featureInfo('XGBoosterGetStrFeatureInfo', pointer, 'feature_name'),
    types: types as FeatureType[] | undefined,
    // gblinear, which has no categorical features, answers the question with an error.
    categories: types?.includes('c') === true ? readCategories(pointer) : [],
  };
}

/** The schema of a booster. It is remembered once the booster no longer trains, because it no longer changes then. */
export function schemaOf(handle: Handle): ModelSchema {
  const known = schemas.get(handle);
  if (known !== undefined && !handle.disposed) return known;
  const schema = readSchema(handle);
  if (!handle.inUse) schemas.set(handle, schema);
  return schema;
}
