import type { MetricName } from '../metrics/index.ts';
import type { EnsembleResult } from '../sweep/ensemble-result.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { VariantResult } from '../sweep/result.ts';
import type { ThresholdRule } from '../threshold/index.ts';

/** What the pictures and tables of scores need of a finished variant, or of a finished ensemble. */
export interface ScoredResult extends Pick<
  VariantResult,
  | 'name'
  | 'split'
  | 'metrics'
  | 'outOfFold'
  | 'resamples'
  | 'testPredictions'
  | 'threshold'
  | 'uncalibratedTestPredictions'
> {
  /** What the sweep judges trials by. */
  readonly scoring: MetricName;
  /** What it was fitted with; of an ensemble, what its first variant was. */
  readonly params: Readonly<Record<string, unknown>>;
  /** That chose the threshold. */
  readonly rule?: ThresholdRule;
}

export function scoredVariant({ plans }: PreparedSweep, result: VariantResult): ScoredResult {
  const plan = plans.find(({ name }) => name === result.name);
  return {
    ...result,
    scoring: plan?.search.scoring ?? 'roc_auc',
    params: result.fit.params,
    ...(plan?.threshold ? { rule: plan.threshold } : {}),
  };
}

export function scoredEnsemble(result: EnsembleResult): ScoredResult {
  const { members, threshold: rule } = result.plan;
  return {
    ...result,
    scoring: members[0]?.search.scoring ?? 'roc_auc',
    params: members[0]?.params ?? {},
    ...(rule ? { rule } : {}),
  };
}
