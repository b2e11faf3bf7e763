import { judge } from '../../metrics/index.ts';
import { costPerRow, flaggedShare } from '../../threshold/index.ts';
import type { ChosenThreshold } from '../../threshold/index.ts';
import type { VariantMetrics } from '../result.ts';
import type { SplitPlan } from '../split-plan.ts';
import { labelsOf } from './labels-of.ts';
import type { OutOfFold } from './out-of-fold.ts';
import type { Refit } from './refit.ts';
import type { TrialSettings } from './trial.ts';

/** What a variant with a rule for its threshold, or with a calibration, is judged on besides. */
export interface Decisions {
  readonly refit: Pick<Refit, 'testPredictions' | 'uncalibratedTestPredictions'>;
  readonly split: SplitPlan;
  readonly labels: Float64Array;
  readonly settings: Pick<TrialSettings, 'threshold'>;
  readonly threshold: ChosenThreshold | undefined;
  readonly outOfFold: OutOfFold;
}

/**
 * `cv_flagged` and `test_flagged`, the share of rows that are decided positive, where a rule chose the threshold;
 * `cv_cost` and `test_cost`, cost per row, where it is by cost. Of a calibrated variant, what the scores of the test
 * part were worth before: `test_log_loss_uncalibrated`, `test_brier_uncalibrated`, `test_ece_uncalibrated`.
 */
export function decisionMetrics(decisions: Decisions): VariantMetrics {
  return { ...ofThreshold(decisions), ...beforeCalibration(decisions) };
}

function ofThreshold({
  refit,
  split,
  labels,
  settings,
  threshold: chosen,
  outOfFold,
}: Decisions): VariantMetrics {
  const { threshold: rule } = settings;
  if (!rule || !chosen) return {};
  const { threshold } = chosen;
  const test = { labels: labelsOf(split.testRows, labels), scores: refit.testPredictions };
  return {
    cv_flagged: flaggedShare(threshold, outOfFold.scores),
    test_flagged: flaggedShare(threshold, test.scores),
    ...(rule.by === 'cost'
      ? {
          cv_cost: costPerRow(rule, threshold, outOfFold),
          test_cost: costPerRow(rule, threshold, test),
        }
      : {}),
  };
}

const probabilityMetrics = ['log_loss', 'brier', 'ece'] as const;

function beforeCalibration({ refit, split, labels }: Decisions): VariantMetrics {
  const { uncalibratedTestPredictions: scores } = refit;
  if (!scores) return {};
  const judged = judge(labelsOf(split.testRows, labels), scores, { task: 'binary' });
  return Object.fromEntries(
    probabilityMetrics.map((name) => [`test_${name}_uncalibrated`, judged.value(name)]),
  );
}
