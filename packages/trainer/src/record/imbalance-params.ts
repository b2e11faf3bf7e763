import type { ParamValue } from '@xgflow/mlflow-client';
import type { VariantResult } from '../sweep/result.ts';
import type { VariantPlan } from '../sweep/variant-plan.ts';
import type { ThresholdRule } from '../threshold/index.ts';

/** A variant's params about classes of different size; what it does not do is left out. */
export function imbalanceParams(
  { calibration, classWeight, split, threshold, treatment }: VariantPlan,
  result: VariantResult,
): Record<string, ParamValue> {
  const { resample } = treatment;
  const takesNeighbors = resample?.method === 'smote' || resample?.method === 'smote_nc';
  return {
    ...(resample
      ? {
          'resample.method': resample.method,
          'resample.ratio': resample.ratio,
          ...(takesNeighbors ? { 'resample.neighbors': resample.neighbors } : {}),
          'resample.seed': resample.seed,
        }
      : {}),
    ...(classWeight === undefined
      ? {}
      : { class_weight: classWeight === 'balanced' ? classWeight : JSON.stringify(classWeight) }),
    ...(calibration && split.calibration
      ? {
          'calibration.method': calibration,
          'calibration.rows': split.calibration.share,
          'calibration.seed': split.calibration.seed,
        }
      : {}),
    ...(threshold ? thresholdParams(threshold, result.threshold?.threshold ?? NaN) : {}),
  };
}

/** @param value the threshold that was chosen */
function thresholdParams(rule: ThresholdRule, value: number): Record<string, ParamValue> {
  const chosen = { 'threshold.by': rule.by, 'threshold.value': value };
  switch (rule.by) {
    case 'cost':
      return {
        ...chosen,
        'threshold.cost.false_positive': rule.falsePositive,
        'threshold.cost.false_negative': rule.falseNegative,
      };
    case 'capacity':
      return { ...chosen, 'threshold.capacity': rule.share };
    case 'fixed':
    case 'f1':
      return chosen;
  }
}
