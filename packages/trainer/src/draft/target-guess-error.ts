import { TrainerError } from '../errors/trainer-error.ts';

/** No column stands out as the one to predict. */
export class TargetGuessError extends TrainerError {
  override readonly name = 'TargetGuessError';
  /** Columns of exactly two classes without gaps; without any, those whose name is telling. */
  readonly candidates: readonly string[];

  constructor(source: string, candidates: readonly string[]) {
    const shown = candidates.slice(0, 8).join(', ');
    super(
      candidates.length === 0
        ? `no column has exactly two classes without gaps · ${source} · add the column to predict, or name it with --target`
        : `several columns could be the target: ${shown}${candidates.length > 8 ? ', …' : ''} · ${source} · name one with --target`,
    );
    this.candidates = candidates;
  }
}
