import type { MetricName } from '../metrics/index.ts';
import type { Space } from '../search/index.ts';
import type { SplitSettings } from './split-plan.ts';
import type { EarlyStopping } from './work/fold-fit.ts';

/** A variant as the sweep file resolves it: the base with its overrides. */
export interface VariantPlan {
  readonly name: string;
  readonly split: SplitSettings;
  readonly search: {
    readonly trials: number;
    readonly seed: number;
    readonly scoring: MetricName;
    readonly earlyStopping?: EarlyStopping;
  };
  /** Fixed parameters, `n_estimators` included. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly space: Space;
}
