import type { TrainParams } from '@xgflow/xgboost-node';
import type { ParamValue } from '../search/index.ts';

export type DrawnParams = Readonly<Record<string, ParamValue>>;

/** One boosting job: what libxgboost is told, apart from the data. */
export interface FitParams {
  /** libxgboost parameters, without the number of rounds. */
  readonly params: TrainParams;
  /** Upper bound of boosting rounds. */
  readonly rounds: number;
}

/** The number of rounds where neither `params` nor `space` names `n_estimators`: XGBClassifier's own default. */
const defaultRounds = 100;

/**
 * Joins a variant's fixed parameters with a trial's draw.
 * `n_estimators` is the number of rounds and no parameter of libxgboost; the booster's seed is the
 * search's unless `seed` is fixed; one thread, because trials run one per core.
 */
export function fitParams(
  fixed: Readonly<Record<string, unknown>>,
  drawn: DrawnParams,
  seed: number,
): FitParams {
  const { n_estimators: rounds = defaultRounds, ...params } = {
    seed,
    ...fixed,
    ...drawn,
    nthread: 1,
  } as Record<string, unknown>;
  return { params: params, rounds: rounds as number };
}
