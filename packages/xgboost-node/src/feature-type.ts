/** XGBoost's feature types: quantity, integer, float, indicator, categorical. */
export type FeatureType = 'q' | 'int' | 'float' | 'i' | 'c';

/** The levels of a categorical feature in code order: code 0 is the first. Numbers are integers. */
export type CategoryLevels = readonly string[] | readonly number[];
