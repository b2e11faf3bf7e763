import type { Levels } from '@xgflow/data';

/** A feature that is a number. */
export interface NumericFeature {
  readonly kind: 'numeric';
  readonly name: string;
  /** XGBoost's feature type, as pandas columns get it: `int` for integers without missing cells. */
  readonly type: 'int' | 'float';
}

/** A feature that is one of the training table's levels; its number is the level's position. */
export interface CategoricalFeature {
  readonly kind: 'categorical';
  readonly name: string;
  /** Strings stay strings and integers integers: XGBoost stores and compares the type too. */
  readonly levels: Levels;
}

export type Feature = NumericFeature | CategoricalFeature;

/** Features in the booster's order, and the texts that mean missing in their cells. */
export interface FeatureCoding {
  readonly features: readonly Feature[];
  readonly missingTokens: readonly string[];
}
