import type { Column, Table } from '@xgflow/data';
import { predictiveness } from './predictiveness.ts';

/** A column that may know the target because it was filled in afterwards. */
export interface LeakageSuspect {
  readonly column: string;
  /** `score`: it alone ranks the rows as the target does. `name`: only its name says so. */
  readonly why: 'score' | 'name';
  /** ROC AUC of the column alone, 0.5 to 1. */
  readonly auc: number;
}

/** Above this AUC of one column alone a model is too good to be true. */
export const suspectAuc = 0.99;

const afterwards =
  /(?:^|_)(?:final|settled|settlement|paid|payout|closed|closing|decision|resolved|resolution|outcome|result|refund(?:ed)?|cancell?ed|cancellation|chargeback|recovered|recovery)(?:_|$)/u;

/**
 * Columns that leak the target: those that determine it nearly alone, and those whose name speaks of what happens
 * after the event. Looks at each feature by itself.
 *
 * @param labels 0 or 1, one per row of the table
 */
export function findLeaks(features: Table, labels: Uint8Array): LeakageSuspect[] {
  return features.columns.flatMap((column) => suspect(column, labels));
}

function suspect(column: Column, labels: Uint8Array): LeakageSuspect[] {
  const auc = predictiveness(column, labels);
  if (auc > suspectAuc) return [{ column: column.name, why: 'score', auc }];
  const plain = column.name.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, '_').toLowerCase();
  return afterwards.test(plain.replace(/[\s.-]+/gu, '_'))
    ? [{ column: column.name, why: 'name', auc }]
    : [];
}
