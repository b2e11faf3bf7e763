import { cutAt } from './at-threshold.ts';
import { cuts } from './cuts.ts';
import type { Cut } from './cuts.ts';
import { costOf, f1Of, rowCounts, valueOf } from './judge.ts';
import type { RowCounts } from './judge.ts';
import type { ThresholdRule } from './threshold-rule.ts';

/** A threshold, and what it does to the rows that it was chosen on. */
export interface ChosenThreshold {
  /** A row is decided positive when its probability is greater. In [0, 1]. */
  readonly threshold: number;
  /** Share of the rows that are decided positive. */
  readonly flagged: number;
  /** F1, cost per row, or share of positive rows that are found (`capacity`): the rule's own measure. */
  readonly value: number;
}

/**
 * Chooses a threshold on rows whose scores come from models that did not see them. Where several are equally good, it
 * is the highest of them, which flags the fewest rows.
 *
 * With `capacity` rows of the same score are flagged together or not at all, so fewer may be flagged than there is
 * capacity for, never more.
 *
 * @param labels 1 for the positive class, 0 for the other; one per row
 * @param scores probability of the positive class, one per row; at least one row
 */
export function chooseThreshold(
  rule: ThresholdRule,
  labels: ArrayLike<number>,
  scores: Float32Array | Float64Array,
): ChosenThreshold {
  const counts = rowCounts(labels);
  const chosen =
    rule.by === 'fixed'
      ? cutAt(rule.value, labels, scores)
      : best(rule, counts, cuts(labels, scores));
  return {
    threshold: chosen.threshold,
    flagged: chosen.flagged / counts.rows,
    value: valueOf(rule, chosen, counts),
  };
}

function best(
  rule: Exclude<ThresholdRule, { by: 'fixed' }>,
  counts: RowCounts,
  all: readonly Cut[],
): Cut {
  const worth = (cut: Cut): number => {
    if (rule.by === 'cost') return -costOf(cut, counts, rule);
    if (rule.by === 'f1') return f1Of(cut, counts);
    return cut.flagged / counts.rows <= rule.share ? cut.flagged : -1;
  };
  // From the highest threshold down: only a strictly better one takes its place.
  return all.reduce((chosen, cut) => (worth(cut) > worth(chosen) ? cut : chosen));
}
