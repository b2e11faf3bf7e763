import { rowsByClass } from './class-rows.ts';
import { classTargets } from './class-targets.ts';
import { checkFeatures } from './feature-columns.ts';
import type { FeatureColumn } from './feature-columns.ts';
import type { SeededDraws } from './random-draws.ts';
import { randomOver } from './random-over.ts';
import { randomUnder } from './random-under.ts';
import type { ResampleSettings } from './settings.ts';
import { smote } from './smote.ts';
import type { SyntheticRows } from './smote.ts';

/** The rows that a model is to be fitted on: real ones, then made-up ones. */
export interface Resampled {
  /** Positions of the real rows in what was given, in the order of training; a row may come several times. */
  readonly positions: Int32Array;
  readonly synthetic?: SyntheticRows;
}

/**
 * Changes the shares of the classes, as imbalanced-learn's samplers do: equal seeds give equal rows.
 *
 * @param rows the training part only: columns of features, and a class code for each row
 * @param draws makes the generator of a seed; `RandomState` of the split room gives NumPy's draws
 * @throws {ResampleError} if it cannot be done as asked.
 */
export function resample(
  rows: { readonly columns: readonly FeatureColumn[]; readonly labels: ArrayLike<number> },
  settings: ResampleSettings,
  draws: SeededDraws,
): Resampled {
  const classes = rowsByClass(rows.labels);
  const sizes = new Map([...classes].map(([code, { length }]) => [code, length] as const));
  const targets = classTargets(sizes, settings);
  const { method } = settings;
  switch (method) {
    case 'random_over':
      return { positions: randomOver(classes, targets, draws(settings.seed)) };
    case 'random_under':
      return { positions: randomUnder(classes, targets, draws(settings.seed)) };
    case 'smote':
    case 'smote_nc':
      checkFeatures(rows.columns, method);
      return {
        positions: Int32Array.from(rows.labels, (_, row) => row),
        synthetic: smote({ columns: rows.columns, classes, added: targets, settings, draws }),
      };
  }
}
