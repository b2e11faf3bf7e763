import type { Column, Table } from '@xgflow/data';
import type { Target } from '../sweep/target.ts';
import { classSeparation, predictiveness } from './predictiveness.ts';
import { snakeCase } from './snake-case.ts';
import { valueCorrelation } from './value-correlation.ts';

/** A column that may know the target because it was filled in afterwards. */
export interface LeakageSuspect {
  readonly column: string;
  /** `score`: it alone tells the target. `name`: only its name says so. */
  readonly why: 'score' | 'name';
  /** ROC AUC of the column alone, 0.5 to 1; of several classes the mean of each against the rest. Not of a regression. */
  readonly auc?: number;
  /** Correlation of the column alone with the target of a regression, 0 to 1. */
  readonly correlation?: number;
}

/** Above this AUC or correlation of one column alone a model is too good to be true. */
const suspectAuc = 0.99;

const afterwards =
  /(?:^|_)(?:final|settled|settlement|paid|payout|closed|closing|decision|resolved|resolution|outcome|result|refund(?:ed)?|cancell?ed|cancellation|chargeback|recovered|recovery)(?:_|$)/u;

/**
 * Columns that leak the target: those that determine it nearly alone, and those whose name speaks of what happens
 * after the event. Looks at each feature by itself.
 *
 * @param target of the rows of the table
 */
export function findLeaks(features: Table, target: Target): LeakageSuspect[] {
  return features.columns.flatMap((column) => suspect(column, target));
}

function suspect(column: Column, target: Target): LeakageSuspect[] {
  const { strength, measured } = measureAlone(column, target);
  const why = whySuspect(column.name, strength);
  return why === undefined ? [] : [{ column: column.name, why, ...measured }];
}

/** Why a column that tells the target so well by itself may leak it. Undefined: nothing says so. */
export function whySuspect(name: string, strength: number): LeakageSuspect['why'] | undefined {
  if (strength > suspectAuc) return 'score';
  return afterwards.test(snakeCase(name)) ? 'name' : undefined;
}

/** How well a column alone tells the target: ROC AUC of classes, correlation with numbers. */
export function measureAlone(column: Column, target: Target) {
  switch (target.task) {
    case 'binary': {
      const auc = predictiveness(column, target.labels);
      return { strength: auc, measured: { auc } };
    }
    case 'multiclass': {
      const auc = classSeparation(column, target.labels, target.classes.length);
      return { strength: auc, measured: { auc } };
    }
    case 'regression': {
      const correlation = valueCorrelation(column, target.labels);
      return { strength: correlation, measured: { correlation } };
    }
  }
}
