import type { Judgement, Task } from '../../metrics/index.ts';

const powers: Readonly<Record<string, number>> = {
  'reg:squarederror': 0,
  'count:poisson': 1,
  'reg:gamma': 2,
};

/** XGBoost's own default. */
const defaultTweediePower = 1.5;

/**
 * As what a fit's predictions are judged: the metrics of regression depend on what it was fitted for, those of two
 * classes on the threshold.
 *
 * @param threshold of two classes; default 0.5
 */
export function judgementOf(
  task: Task,
  params: Readonly<Record<string, unknown>>,
  threshold?: number,
): Judgement {
  if (task === 'binary') return { task, ...(threshold === undefined ? {} : { threshold }) };
  if (task !== 'regression') return { task };
  const objective = String(params.objective);
  const alpha = params.quantile_alpha;
  const deviancePower =
    objective === 'reg:tweedie'
      ? Number(params.tweedie_variance_power ?? defaultTweediePower)
      : powers[objective];
  return { task, deviancePower, ...(typeof alpha === 'number' ? { quantileAlpha: alpha } : {}) };
}
