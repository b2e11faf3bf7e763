import type { catalog, ParamKind, ParamName } from './catalog.ts';

interface Values {
  number: number;
  integer: number;
  boolean: boolean;
  text: string;
  /** One number, or one per output. */
  numbers: number | readonly number[];
}

/** -1: the prediction must not rise with the feature, 1: it must not fall, 0: free. */
export type Monotone = -1 | 0 | 1;

/** Parameters whose values have a shape of their own. */
export interface SpecialParams {
  /** Metrics to evaluate each round, in this order; the last one decides early stopping by default. */
  eval_metric?: string | readonly string[] | undefined;
  /** By feature name (others are free), one per feature, or the library's text `(1,-1)`. */
  monotone_constraints?:
    Readonly<Record<string, Monotone>> | readonly Monotone[] | string | undefined;
  /** Groups of features, by name or index, that may interact; or the library's text `[[0,1]]`. */
  interaction_constraints?: readonly (readonly (string | number)[])[] | string | undefined;
}

type PlainParam = {
  [Name in ParamName]: (typeof catalog)[Name] extends Exclude<ParamKind, 'special'> ? Name : never;
}[ParamName];

/**
 * Training parameters under XGBoost's own names. undefined is the same as absent.
 *
 * @see https://xgboost.readthedocs.io/en/stable/parameter.html
 */
export type TrainParams = {
  readonly [Name in PlainParam]?: Values[Extract<(typeof catalog)[Name], keyof Values>] | undefined;
} & Readonly<SpecialParams>;
