import type { MetricName } from '../../metrics/index.ts';
import { amountLabels } from '../../report/index.ts';
import { amount, decimals, finePercent } from './numbers.ts';

/** A metric for people who do not know it. */
export interface Measure {
  readonly meaning: string;
  /** A share of 1, a number without a unit, or an amount in units of the target or its square. */
  readonly kind: 'share' | 'score' | 'amount';
}

/** Every metric: the only list of its words. */
export const measures: Readonly<Record<MetricName, Measure>> = {
  accuracy: { meaning: 'of all decisions, how many are right', kind: 'share' },
  f1: { meaning: 'precision and recall in one number, 1 is perfect', kind: 'score' },
  precision: { meaning: 'of the flagged cases, how many are positive', kind: 'share' },
  recall: { meaning: 'of the positive cases, how many are flagged', kind: 'share' },
  roc_auc: {
    meaning: 'how often a positive case scores above a negative one; 0.5 is chance',
    kind: 'score',
  },
  pr_auc: { meaning: 'mean precision over all thresholds', kind: 'score' },
  log_loss: {
    meaning: 'how surprised the probabilities are by what came, 0 is perfect',
    kind: 'score',
  },
  brier: { meaning: 'mean squared error of the probabilities, 0 is perfect', kind: 'score' },
  ece: { meaning: 'how far probabilities are off from what came, on average', kind: 'score' },
  kappa: { meaning: 'agreement beyond chance, 1 is perfect', kind: 'score' },
  mcc: { meaning: 'correlation of decisions and truth, 1 is perfect', kind: 'score' },
  f1_macro: {
    meaning: 'precision and recall in one number, the mean over the classes; 1 is perfect',
    kind: 'score',
  },
  f1_weighted: { meaning: 'the same, frequent classes counting more', kind: 'score' },
  precision_macro: {
    meaning: 'of the cases given a class, how many are of it; the mean over the classes',
    kind: 'share',
  },
  recall_macro: {
    meaning: 'of the cases of a class, how many are given it; the mean over the classes',
    kind: 'share',
  },
  roc_auc_ovr: {
    meaning: 'how often a case of a class scores above one of another; 0.5 is chance',
    kind: 'score',
  },
  mape: {
    meaning: 'how far off a prediction is, as a share of what came; the mean',
    kind: 'share',
  },
  wape: { meaning: 'all that predictions are off, as a share of all that came', kind: 'share' },
  rmse: { meaning: 'how far off a prediction is, large misses counting more', kind: 'amount' },
  mae: { meaning: 'how far off a prediction is; the mean', kind: 'amount' },
  r2: {
    meaning: 'share of the differences that is explained; 0 is who always says the mean',
    kind: 'score',
  },
  pinball: { meaning: 'what being above or below the quantile costs', kind: 'amount' },
  deviance: { meaning: 'distance from what came, as the objective measures it', kind: 'amount' },
  ae_ratio: { meaning: 'all that came over all that was predicted; 1 is right', kind: 'score' },
};

/** A value of a metric as people read it: `23.6 %`, `0.730`, `1,234`. */
export function measured(metric: MetricName, value: number | null | undefined): string {
  const { kind } = measures[metric];
  if (kind === 'share') return finePercent(value);
  return kind === 'amount' ? amount(value) : decimals(value ?? undefined);
}

/** `22.1 % to 25.0 %`; a dash where a bound is not known. */
export function measuredRange(
  metric: MetricName,
  low: number | null | undefined,
  high: number | null | undefined,
): string {
  const [from, to] = [measured(metric, low), measured(metric, high)];
  if (from === '–' || to === '–') return '–';
  return `${from.replace(' %', '')} to ${to}`;
}

/** Vega-lite: how the numbers of an axis of a metric are written, in as many digits as its ticks need. */
export function axisLabels(metric: MetricName): object {
  const { kind } = measures[metric];
  if (kind === 'share') return { format: '%' };
  return kind === 'amount' ? amountLabels : {};
}
