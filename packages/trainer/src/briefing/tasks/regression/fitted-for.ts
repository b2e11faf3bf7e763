import { logLinkObjectives } from '../../../config/index.ts';
import type { VariantRun } from '../../../record/variant-run.ts';

/** What a regression was fitted for, as far as its words depend on it. */
export interface FittedFor {
  readonly objective: string;
  /** Contributions multiply the prediction; else they are added to it. */
  readonly isLog: boolean;
  /** Share of the targets that a prediction is meant to exceed, where it predicts a quantile. */
  readonly quantile: number | undefined;
  /** Share of a group's targets that is not above the predictions where they are right; the median of an absolute error. */
  readonly centre: number | undefined;
}

/** @param run of a variant; of an ensemble that of one of its variants */
export function fittedFor({ params }: Pick<VariantRun, 'params'>): FittedFor {
  const objective = params.objective ?? '';
  const alpha = Number(params.quantile_alpha);
  const quantile = objective === 'reg:quantileerror' && alpha > 0 ? alpha : undefined;
  return {
    objective,
    isLog: logLinkObjectives.includes(objective),
    quantile,
    centre: objective === 'reg:absoluteerror' ? 0.5 : quantile,
  };
}
