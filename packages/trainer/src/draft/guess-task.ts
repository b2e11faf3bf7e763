import type { Task } from '../metrics/index.ts';
import type { ColumnProfile } from './column-profile.ts';

/** So many different whole numbers may still be the codes of classes. */
const mostCodes = 10;
/** A class of fewer rows cannot be in all folds and in the test part: whole numbers are counts then. */
const fewRows = 10;

/**
 * What a column would be learned as: two values are classes, text and few whole numbers of many rows each too, other
 * numbers are values.
 */
export function guessTask({ distinct, kind, rarest }: ColumnProfile): Task {
  if (distinct <= 2) return 'binary';
  if (kind === 'text') return 'multiclass';
  const areClasses = kind === 'integer' && distinct <= mostCodes && rarest >= fewRows;
  return areClasses ? 'multiclass' : 'regression';
}
