import { judge } from '../../metrics/index.ts';
import type { MetricName } from '../../metrics/index.ts';
import type { FitParams } from '../fit-params.ts';
import type { SplitPlan } from '../split-plan.ts';
import { fitFold } from './fold-fit.ts';
import type { EarlyStopping } from './fold-fit.ts';
import { judgementOf } from './judgement-of.ts';
import { labelsOf } from './labels-of.ts';
import type { SplitMatrices } from './matrices.ts';
import type { Workload } from './workload.ts';

/** How trials are judged. */
export interface TrialSettings {
  readonly scoring: MetricName;
  readonly earlyStopping?: EarlyStopping;
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
 * Only the metric of early stopping is evaluated on the way, since evaluations cost a quarter of a fit.
 */
export function runTrial(
  matrices: SplitMatrices,
  split: SplitPlan,
  { labels, task }: Pick<Workload, 'labels' | 'task'>,
  fit: FitParams,
  settings: TrialSettings,
): TrialOutcome {
  const started = performance.now();
  const judgement = judgementOf(task, fit.params);
  const watched = settings.earlyStopping?.metric;
  const params = watched === undefined ? fit.params : { ...fit.params, eval_metric: [watched] };
  const foldScores: number[] = [];
  const foldRounds: number[] = [];
  for (const [index, fold] of matrices.folds.entries()) {
    const result = fitFold(fold, { ...fit, params }, settings.earlyStopping);
    const rows = split.folds[index]?.validation ?? new Int32Array();
    const judged = judge(labelsOf(rows, labels), result.predictions, judgement);
    foldScores.push(judged.value(settings.scoring));
    foldRounds.push(result.rounds);
  }
  return { foldScores, foldRounds, seconds: (performance.now() - started) / 1000 };
}
