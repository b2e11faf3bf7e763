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
        ? `several columns could be the target: ${listed(candidates)} · ${source} · name one with --target`
        : columns.length > 0
          ? `no column stands out as the one to predict · ${source} · name it with --target: ${listed(columns)}`
          : `no column has two different values, so there is nothing to predict · ${source} · give a table with the outcome in a column`,
    );
    this.candidates = candidates;
  }
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, shownNames).join(', ')}${names.length > shownNames ? ', …' : ''}`;
}
