/** As what rows are judged: the task, and what its metrics need to know besides. */
export type Judgement =
  | {
      readonly task: 'binary';
      /** A row is decided positive when its score is greater. Default 0.5, as XGBClassifier decides. */
      readonly threshold?: number;
    }
  | { readonly task: 'multiclass' }
  | {
      readonly task: 'regression';
      /** Share of the targets that a prediction is meant to exceed, for `pinball`. Default 0.5. */
      readonly quantileAlpha?: number | undefined;
      /** Power of the variance for `deviance`: 0 normal, 1 Poisson, 2 gamma, between them Tweedie. Default: none. */
      readonly deviancePower?: number | undefined;
    };
