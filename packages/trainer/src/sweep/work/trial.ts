import { judge } from '../../metrics/index.ts';
import type { MetricName } from '../../metrics/index.ts';
import type { ThresholdRule } from '../../threshold/index.ts';
import type { FitParams } from '../fit-params.ts';
import type { SplitPlan } from '../split-plan.ts';
import { fitFold } from './fold-fit.ts';
import type { FitSettings } from './fold-fit.ts';
import { judgementOf } from './judgement-of.ts';
import { labelsOf } from './labels-of.ts';
import type { SplitMatrices } from './matrices.ts';
import { outOfFold, thresholdOf } from './out-of-fold.ts';
import type { Workload } from './workload.ts';

/** How trials are judged. */
export interface TrialSettings extends FitSettings {
  readonly scoring: MetricName;
  /** How the threshold is chosen of which metrics of decisions depend; left out: it is 0.5. */
  readonly threshold?: ThresholdRule;
}

export interface TrialOutcome {
  /** The scoring metric on each fold's validation part. */
  readonly foldScores: readonly number[];
  /** best_iteration + 1 of each fold. */
  readonly foldRounds: readonly number[];
  /** Wall time of the fits, in seconds. */
  readonly seconds: number;
}

/**
 * One draw of the search: a fit per fold, scored on the fold's validation part.
 * Only the metric of early stopping is evaluated on the way, and none without it.
 */
export function runTrial(
  matrices: SplitMatrices,
  split: SplitPlan,
  { labels, task }: Pick<Workload, 'labels' | 'task'>,
  fit: FitParams,
  settings: TrialSettings,
): TrialOutcome {
  const started = performance.now();
  const watched = settings.earlyStopping?.metric;
  const params = watched === undefined ? fit.params : { ...fit.params, eval_metric: [watched] };
  const folds = matrices.folds.map((fold) =>
    fitFold(fold, { ...fit, params }, settings, { watch: false }),
  );
  const threshold = thresholdOf(settings.threshold, outOfFold(split, labels, folds));
  const judgement = judgementOf(task, fit.params, threshold?.threshold);
  const foldScores = folds.map(({ predictions }, index) => {
    const rows = split.folds[index]?.validation ?? new Int32Array();
    return judge(labelsOf(rows, labels), predictions, judgement).value(settings.scoring);
  });
  return {
    foldScores,
    foldRounds: folds.map(({ rounds }) => rounds),
    seconds: (performance.now() - started) / 1000,
  };
}
