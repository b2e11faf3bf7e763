/** How the classes' shares are changed: imbalanced-learn's samplers, in the sweep file's spelling. */
export type ResampleMethod = 'random_over' | 'random_under' | 'smote' | 'smote_nc';

export interface ResampleSettings {
  readonly method: ResampleMethod;
  /**
   * Rows of the smaller class for each row of the larger one afterwards, in (0, 1], two classes only.
   * `auto`: all classes as large as the largest (over-sampling) or as small as the smallest (under-sampling).
   */
  readonly ratio: number | 'auto';
  /** Neighbours among which SMOTE draws; at least 1. */
  readonly neighbors: number;
  /** Integer from 0 to 2³² − 1. */
  readonly seed: number;
}
