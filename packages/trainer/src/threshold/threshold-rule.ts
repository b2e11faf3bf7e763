/** How the threshold is chosen above which a row is decided positive. */
export type ThresholdRule =
  | { readonly by: 'fixed'; readonly value: number }
  /** The largest F1. */
  | { readonly by: 'f1' }
  /** The smallest cost of wrong decisions, in any unit. */
  | { readonly by: 'cost'; readonly falsePositive: number; readonly falseNegative: number }
  /** As many positive decisions as can be reviewed: at most this share of the rows, in (0, 1]. */
  | { readonly by: 'capacity'; readonly share: number };
