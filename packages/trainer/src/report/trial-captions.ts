import { wholeNumber } from './captions.ts';
import { amountLabels } from './number-axis.ts';
import type { SweepReport } from './sweep-report.ts';

/** `mean roc_auc of the folds`. */
export function scoreTitle({ scoring }: SweepReport): string {
  return `mean ${scoring} of the folds`;
}

/** `n = 500 trials of 5 variants, 3 of them failed and not shown`. */
export function trialCount({ trials }: SweepReport): string {
  const variants = variantNames(trials).length;
  const failed = trials.filter(({ score }) => !Number.isFinite(score)).length;
  const count = `n = ${counted(trials.length, 'trial')} of ${counted(variants, 'variant')}`;
  return failed === 0 ? count : `${count}, ${wholeNumber(failed)} of them failed and not shown`;
}

/** The variants of some trials, in their order. */
export function variantNames(trials: SweepReport['trials']): string[] {
  return [...new Set(trials.map(({ variant }) => variant))];
}

function counted(number: number, one: string): string {
  return `${wholeNumber(number)} ${one}${number === 1 ? '' : 's'}`;
}

/** Vega-lite axis of the scores: of a single value, Vega would write `0.800000`. */
export function scoreAxis(trials: SweepReport['trials']): object {
  const scores = trials.filter(({ score }) => Number.isFinite(score)).map(({ score }) => score);
  return { tickCount: 5, ...(new Set(scores).size === 1 ? amountLabels : {}) };
}
