import type { CalibrationMethod } from '../calibration/index.ts';
import { shareOf } from '../config/index.ts';
import type { ClassWeightSection, ResolvedVariant } from '../config/index.ts';
import type { ThresholdRule } from '../threshold/index.ts';
import { classWeightByCode } from './class-weight.ts';
import type { SplitSettings } from './split-plan.ts';
import type { Target } from './target.ts';
import type { Treatment } from './work/treatment.ts';

/** What a variant does about classes of different size. */
export interface ImbalancePlan {
  readonly treatment: Treatment;
  /** That of `treatment` by class name, for the record. */
  readonly classWeight?: ClassWeightSection;
  /** What turns scores into probabilities; its rows are in `split`. */
  readonly calibration?: CalibrationMethod;
  /** How the threshold is chosen. Left out: it is 0.5. */
  readonly threshold?: ThresholdRule;
}

/** That of a resolved variant. @throws ResampleError for a weight of an unknown class */
export function imbalancePlan(
  name: string,
  { calibration, class_weight: weight, resample, threshold }: ResolvedVariant,
  target: Target,
): ImbalancePlan {
  const classes = target.task === 'regression' ? [] : target.classes;
  return {
    treatment: {
      ...(resample ? { resample } : {}),
      ...(weight === undefined
        ? {}
        : { classWeight: classWeightByCode(weight, { classes, variant: name }) }),
    },
    ...(weight === undefined ? {} : { classWeight: weight }),
    ...(calibration ? { calibration: calibration.method } : {}),
    ...(threshold ? { threshold: thresholdRule(threshold) } : {}),
  };
}

/** The part of the split that is the calibration's. */
export function calibrationRows({
  calibration,
}: ResolvedVariant): Pick<SplitSettings, 'calibration'> {
  return calibration ? { calibration: { share: calibration.rows, seed: calibration.seed } } : {};
}

/** The rule that a checked section describes. */
function thresholdRule({
  by,
  value,
  cost,
  capacity,
}: NonNullable<ResolvedVariant['threshold']>): ThresholdRule {
  switch (by) {
    case 'fixed':
      return { by, value: value ?? 0.5 };
    case 'f1':
      return { by };
    case 'cost':
      return {
        by,
        falsePositive: cost?.false_positive ?? 1,
        falseNegative: cost?.false_negative ?? 1,
      };
    case 'capacity':
      return { by, share: shareOf(capacity) ?? 1 };
  }
}
