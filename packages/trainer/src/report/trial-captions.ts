import { wholeNumber } from './captions.ts';
import type { SweepReport } from './sweep-report.ts';

/** `mean roc_auc of the folds`. */
export function scoreTitle({ scoring }: SweepReport): string {
  return `mean ${scoring} of the folds`;
}

/** `n = 500 trials of 5 variants, 3 of them failed and not shown`. */
export function trialCount({ trials }: SweepReport): string {
  const variants = variantNames(trials).length;
  const failed = trials.filter(({ score }) => !Number.isFinite(score)).length;
  const count = `n = ${wholeNumber(trials.length)} trials of ${variants} variant${variants === 1 ? '' : 's'}`;
  return failed === 0 ? count : `${count}, ${wholeNumber(failed)} of them failed and not shown`;
}

/** The variants of some trials, in their order. */
export function variantNames(trials: SweepReport['trials']): string[] {
  return [...new Set(trials.map(({ variant }) => variant))];
}
