import type { Task } from '../metrics/index.ts';
import type { ColumnProfile } from './column-profile.ts';

/** So many different whole numbers may still be the codes of classes. */
const mostCodes = 10;

/** What a column would be learned as: two values are classes, text and few whole numbers too, other numbers are values. */
export function guessTask({ distinct, kind }: ColumnProfile): Task {
  if (distinct <= 2) return 'binary';
  if (kind === 'text') return 'multiclass';
  return kind === 'integer' && distinct <= mostCodes ? 'multiclass' : 'regression';
}
