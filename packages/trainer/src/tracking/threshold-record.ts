import type { ModelDescription } from '@xgflow/model';
import type { VariantResult } from '../sweep/result.ts';
import type { ThresholdRule } from '../threshold/index.ts';

/** How the threshold was chosen, in words that model.json keeps. */
export function thresholdRecord(
  rule: ThresholdRule,
  { outOfFold, threshold }: Pick<VariantResult, 'outOfFold' | 'threshold'>,
): NonNullable<ModelDescription['thresholdRule']> {
  if (rule.by === 'fixed') return rule;
  const chosen = {
    chosen_on: 'out_of_fold',
    rows: outOfFold.labels.length,
    flagged: threshold?.flagged ?? null,
  };
  const value = threshold?.value ?? null;
  switch (rule.by) {
    case 'f1':
      return { by: rule.by, ...chosen, f1: value };
    case 'cost': {
      const { by, falseNegative, falsePositive } = rule;
      const costs = { false_positive: falsePositive, false_negative: falseNegative };
      return { by, ...costs, ...chosen, cost_per_row: value };
    }
    case 'capacity':
      return { by: rule.by, share: rule.share, ...chosen, recall: value };
  }
}
