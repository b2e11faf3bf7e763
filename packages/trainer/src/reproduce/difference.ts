/**
 * Inputs (`data`, `config`, `param`), surroundings (`library`, `code`) and results of a variant; `stored`: what the server
 * holds of it.
 */
export type DifferenceKind =
  'data' | 'config' | 'param' | 'library' | 'code' | 'stored' | 'trial' | 'metric' | 'model';

/** One thing that is not as the run recorded it; null where it is not there. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Such as `test_f1`, `data digest`, `trial 4 score of fold 2`. */
  readonly name: string;
  readonly recorded: string | number | null;
  readonly now: string | number | null;
}

/**
 * Whether a rerun with this difference is no reproduction. Another library or commit only explains
 * differences; with a tolerance the model's bytes do so too, since they change with the last bit.
 */
export function isDecisive({ kind }: Difference, tolerance: number): boolean {
  if (kind === 'library' || kind === 'code') return false;
  return kind !== 'model' || tolerance === 0;
}
