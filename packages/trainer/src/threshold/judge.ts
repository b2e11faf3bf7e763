import type { Cut } from './cuts.ts';
import type { ThresholdRule } from './threshold-rule.ts';

/** Rows of both classes together, and of the positive one. */
export interface RowCounts {
  readonly rows: number;
  readonly positives: number;
}

/** @param labels 1 for the positive class, 0 for the other */
export function rowCounts(labels: ArrayLike<number>): RowCounts {
  const positives = Array.from(labels).filter((label) => label === 1).length;
  return { rows: labels.length, positives };
}

/** F1 of a cut; 0 where nothing is found, as scikit-learn's `zero_division=0`. */
export function f1Of({ flagged, truePositives }: Cut, { positives }: RowCounts): number {
  return flagged + positives === 0 ? 0 : (2 * truePositives) / (flagged + positives);
}

/** Cost of the wrong decisions of a cut, for each row. */
export function costOf(
  { flagged, truePositives }: Cut,
  { rows, positives }: RowCounts,
  { falsePositive, falseNegative }: Extract<ThresholdRule, { by: 'cost' }>,
): number {
  const [wronglyFlagged, missed] = [flagged - truePositives, positives - truePositives];
  return (wronglyFlagged * falsePositive + missed * falseNegative) / rows;
}

/** The measure by which a rule chooses. */
export function valueOf(rule: ThresholdRule, cut: Cut, counts: RowCounts): number {
  switch (rule.by) {
    case 'cost':
      return costOf(cut, counts, rule);
    case 'capacity':
      return counts.positives === 0 ? 0 : cut.truePositives / counts.positives;
    case 'fixed':
    case 'f1':
      return f1Of(cut, counts);
  }
}
