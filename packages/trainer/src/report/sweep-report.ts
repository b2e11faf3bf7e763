import type { MetricDirection } from '../metrics/index.ts';
import type { TrialPoint } from './trial-point.ts';

/** What a sweep's pictures are drawn from: the trials of variants that were judged by the same metric. */
export interface SweepReport {
  /** Such as `sweep 20261123-190412-3fa9`. */
  readonly sweep: string;
  /** What the trials were scored by, such as `roc_auc`. */
  readonly scoring: string;
  readonly direction: MetricDirection;
  /** Parameters that were drawn on a logarithmic scale. */
  readonly logarithmic: ReadonlySet<string>;
  /** In the order of the sweep file's variants. */
  readonly trials: readonly TrialPoint[];
  /** Goes behind the names of the pictures, where a sweep has more than one set of them; else ''. */
  readonly suffix: string;
}
