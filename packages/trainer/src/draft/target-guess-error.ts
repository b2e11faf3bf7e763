import { firstFew } from '@xgflow/data';
import { TrainerError } from '../errors/trainer-error.ts';

const shownNames = 8;

/** No column stands out as the one to predict. */
export class TargetGuessError extends TrainerError {
  override readonly name = 'TargetGuessError';
  /** Columns of exactly two classes without gaps; without any, those whose name is telling. */
  readonly candidates: readonly string[];

  /** @param found `columns`: all that could be named, likely ones first */
  constructor(
    source: string,
    { candidates, columns }: Record<'candidates' | 'columns', readonly string[]>,
  ) {
    super(
      candidates.length > 0
        ? `several columns could be the target: ${firstFew(candidates, shownNames)} · ${source} · name one with --target`
        : columns.length > 0
          ? `no column stands out as the one to predict · ${source} · name it with --target: ${firstFew(columns, shownNames)}`
          : `no column has two different values, so there is nothing to predict · ${source} · give a table with the outcome in a column`,
    );
    this.candidates = candidates;
  }
}
