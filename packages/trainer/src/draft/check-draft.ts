import { SplitError } from '../split/index.ts';
import type { ResolvedConfig } from '../config/index.ts';
import { planSplit } from '../sweep/split-plan.ts';
import type { Target } from '../sweep/target.ts';
import { variantPlans } from '../sweep/variant-plan.ts';
import type { ColumnProfile } from './column-profile.ts';
import { DraftError } from './draft-error.ts';
import { mostClasses } from './guess-target.ts';
import type { DraftedColumn } from './sweep-draft.ts';

/** @throws DraftError for text of so many different values that it is no class */
export function checkClasses({ distinct, kind, name }: ColumnProfile, source: string): void {
  if (kind !== 'text' || distinct <= mostClasses) return;
  throw new DraftError(
    `column ${name} holds ${distinct} different texts, too many to predict · ${source} · name a column of at most ${mostClasses} classes, or one of numbers`,
  );
}

/** @throws DraftError where every column would be left out, with the reasons */
export function checkFeaturesLeft(
  columns: readonly DraftedColumn[],
  target: string,
  source: string,
): void {
  if (columns.some(({ use }) => use !== 'drop')) return;
  const reasons = columns.slice(0, 5).map(({ name, reason }) => `${name}: ${reason}`);
  const why = reasons.length === 0 ? 'it is the only one' : reasons.join('; ');
  throw new DraftError(
    `no column is left to learn ${target} from (${why}) · ${source} · add columns, or make numbers of these`,
  );
}

/** @throws DraftError where a class has too few rows for the parts that the drafted file asks for */
export function checkParts(config: ResolvedConfig, target: Target, source: string): void {
  try {
    for (const { split } of variantPlans(config, target)) {
      planSplit(target.labels, split, target.task);
    }
  } catch (error) {
    if (!(error instanceof SplitError)) throw error;
    const what =
      target.task === 'regression'
        ? `${target.labels.length} rows are too few`
        : `a class of ${config.target} has too few of the ${target.labels.length} rows`;
    throw new DraftError(
      `${what} to train, validate and test on · ${source} · give more rows, or take rare classes out of the file`,
      { cause: error },
    );
  }
}
